internal import CivilTime
internal import Handbook
internal import Theming

extension SiteContext {
  /// Only for a site that has a statement.
  func statementRecord() -> Record {
    guard let statement = library.configuration.statement else {
      preconditionFailure("the page is planned only where there is a statement")
    }
    let address = library.configuration.address
    return Record(
      PageSchemas.statement,
      [
        "title": .text(strings["page.statement"]), "site": .record(site), "crumbs": crumbs(),
        "address": Value(address.isEmpty ? nil : address),
        "status": .text(strings["statement.status.\(statement.status)"]),
        "shortcomings": .records(
          AccessibilityStatement.Reason.allCases.compactMap { reason in
            let items = statement.shortcomings.filter { $0.reason == reason }
            return items.isEmpty ? nil : shortcomings(items, reason)
          }),
        "method": .text(strings["statement.method.\(statement.method)"]), "assessment": .text(statement.assessment),
        "published": .text(statement.publishedOn.iso),
        "assessed": .text(statement.assessedOn.iso), "updated": .text(statement.updatedOn.iso),
        "email": Value(statement.email), "telephone": Value(statement.telephone),
        "telephoneAddress": Value(statement.telephone.map { "tel:" + Self.dialled($0) }),
        "answerTime": Value(statement.answerTime),
      ])
  }

  private func shortcomings(
    _ items: [AccessibilityStatement.Shortcoming], _ reason: AccessibilityStatement.Reason
  ) -> Record {
    Record(
      PageSchemas.shortcomings,
      [
        "reason": .text("\(reason)"), "reasonText": .text(strings["statement.reason.\(reason)"]),
        "items": .records(
          items.map {
            Record(
              PageSchemas.shortcoming,
              ["what": .text($0.what), "instead": Value($0.instead), "mendedBy": Value($0.mendedBy)])
          }),
      ])
  }
}
