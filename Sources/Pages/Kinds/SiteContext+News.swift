internal import CivilTime
internal import Documents
internal import Handbook
internal import Theming

extension SiteContext {
  private static let newsYears = 2
  private static let feedLimit = 50

  /// A document that has been decided or updated.
  private struct Change {
    var day: CivilDate
    var routine: Int
  }

  /// Of the last years, the latest first.
  private var changes: [Change] {
    let first = library.asOf.adding(years: -Self.newsYears)
    let found = library.routines.indices.compactMap { index -> Change? in
      let routine = library.routines[index]
      let facts = routine.document.facts
      let days = [facts.decidedOn.value?.lastDay, facts.updatedOn.value?.lastDay].compactMap { $0 }
      guard !routine.state.isSetAside, let day = days.filter({ $0 <= library.asOf }).max(), day >= first else {
        return nil
      }
      return Change(day: day, routine: index)
    }
    return found.sorted { ($1.day, $0.routine) < ($0.day, $1.routine) }
  }

  /// Every significant change; which of them are new to the reader only the reader's own device knows.
  func newsRecord() -> Record {
    let significant = changes.filter {
      library.routines[$0.routine].document.frontMatter.significance != .editorial
    }
    let concerned = Set(significant.flatMap { roles(concernedBy: $0.routine) })
    return Record(
      PageSchemas.news,
      [
        "title": .text(strings["page.news"]), "site": .record(site), "crumbs": crumbs(),
        "changes": .records(significant.map { record($0) }),
        "roles": .records(concerned.sorted().map { option(library.roles[$0].name, library.roles[$0].slug) }),
      ])
  }

  private func roles(concernedBy routine: Int) -> [Int] {
    let duties = library.routines[routine].document.frontMatter.followUps.indices.flatMap {
      rolesByDuty[DutyPlace(routine: routine, number: $0)] ?? []
    }
    return unique(rolesByRoutine[routine].map(\.role) + duties).sorted()
  }

  func feedRecord() -> Record {
    let latest = changes.prefix(Self.feedLimit)
    return Record(
      PageSchemas.feed,
      [
        "title": .text(library.configuration.name), "site": .record(site),
        "id": .text(wholeAddress(of: Address.feed) ?? "urn:rutinparm:\(idHost)"),
        "own": .text(wholeAddress(of: Address.feed) ?? Address.feed),
        "home": .text(wholeAddress(of: Address.start) ?? Address.start),
        "updated": .text((latest.first?.day ?? library.asOf).iso), "changes": .records(latest.map { record($0) }),
      ])
  }

  private func record(_ change: Change) -> Record {
    let routine = library.routines[change.routine]
    let key = "\(routine.slug)@\(change.day.iso)"
    return Record(
      PageSchemas.change,
      [
        "key": .text(key), "id": .text("urn:rutinparm:\(idHost):\(key)"),
        "whole": .text(wholeAddress(of: routine.address) ?? routine.address), "day": .text(change.day.iso),
        "item": .record(items[change.routine]), "note": Value(routine.document.frontMatter.changeNote),
        "by": Value(shownDecider(routine.document.facts.decidedBy)?.value),
        "edition": Value(routine.document.frontMatter.edition),
        "editorial": .flag(routine.document.frontMatter.significance == .editorial),
        "roles": .texts(roles(concernedBy: change.routine).map { library.roles[$0].slug }),
      ])
  }

  /// nil when nobody has told where the site is published.
  func wholeAddress(of address: String) -> String? {
    let site = library.configuration.address
    return Self.isWeb(site) ? site + (site.hasSuffix("/") ? "" : "/") + address : nil
  }

  /// What makes ids of events and changes this site's own: `rutiner.ekvik.example`.
  var idHost: String {
    let parts = library.configuration.address.split(separator: "/")
    return parts.count > 1 ? String(parts[1].prefix { $0 != ":" }) : "rutinparm"
  }
}
