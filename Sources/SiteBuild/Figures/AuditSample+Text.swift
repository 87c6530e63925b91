internal import CivilTime
public import Diagnostics
public import JSON
internal import Swedish

extension AuditSample {
  private static let mark = Message(
    sv: "ARBETSMATERIAL för granskaren. Brukarnas nummer står i det: sprid det inte.",
    en: "WORKING MATERIAL for the auditor. It holds clients' numbers: do not spread it.")

  /// A row for each client drawn, the mark on each; a provider without any has one row without a client.
  public func csv() -> String {
    let head = [
      "mark", "month", "review_date", "provider", "population", "client", "visits", "digital", "manual", "unknown",
      "staff_without_lock", "staff",
    ]
    let rows = providers.flatMap { provider in
      let before = ["ARBETSMATERIAL", month.iso, reviewDate.iso, provider.id, String(provider.population)]
      let after = [provider.staffWithoutLock, provider.staff].map { $0.map { String($0) } ?? "" }
      let clients = provider.clients.map { client in
        [client.id] + [client.visits, client.digital, client.manual, client.unknown].map { String($0) }
      }
      return (clients.isEmpty ? [["", "", "", "", ""]] : clients).map { before + $0 + after }
    }
    return ([head] + rows).map { row in
      row.map { SpreadsheetFile.field($0, separator: ",") }.joined(separator: ",") + "\n"
    }.joined()
  }

  public func json() -> JSONValue {
    .object([
      ("workingMaterial", .bool(true)), ("month", .string(month.iso)), ("reviewDate", .string(reviewDate.iso)),
      ("providers", .array(providers.map(Self.json))),
    ])
  }

  private static func json(_ provider: Provider) -> JSONValue {
    func number(_ value: Int?) -> JSONValue { value.map { .number($0) } ?? .null }
    return .object([
      ("provider", .string(provider.id)), ("name", .string(provider.name)),
      ("population", .number(provider.population)),
      (
        "clients",
        .array(
          provider.clients.map { client in
            .object([
              ("client", .string(client.id)), ("visits", .number(client.visits)), ("digital", .number(client.digital)),
              ("manual", .number(client.manual)), ("unknown", .number(client.unknown)),
            ])
          })
      ), ("staffWithoutLock", number(provider.staffWithoutLock)), ("staff", number(provider.staff)),
    ])
  }

  /// For a person at a terminal or on paper.
  public func table(in language: Language) -> String {
    let isSwedish = language == .swedish
    let numbers = NumberFormat(language)
    var out = [
      Self.mark.text(in: language),
      isSwedish
        ? "Stickprov för \(month.iso), granskningsdag \(reviewDate.iso)."
        : "Sample of \(month.iso), review date \(reviewDate.iso).",
    ]
    for provider in providers {
      out += [
        "",
        "\(provider.name.isEmpty ? provider.id : "\(provider.name) (\(provider.id))"): " + drawn(provider, isSwedish),
      ]
      let head =
        isSwedish
        ? ["Brukare", "Besök i månaden", "Digitalt", "I efterhand", "Okänt"]
        : ["Client", "Visits in the month", "Digital", "Afterwards", "Unknown"]
      let rows = provider.clients.map { client in
        [client.id, String(client.visits)]
          + [client.digital, client.manual, client.unknown].map { share($0, of: client.visits, numbers) }
      }
      if !rows.isEmpty { out += TextTable.aligned([head] + rows, leftColumns: 1).map { "  " + $0 } }
      if let count = provider.staffWithoutLock, let staff = provider.staff {
        out.append(
          isSwedish
            ? "  Personal som inte använt lås i månaden, fast brukaren hade ett: \(count) av \(staff)"
            : "  Staff who did not use a lock in the month though the client had one: \(count) of \(staff)")
      }
    }
    return out.joined(separator: "\n") + "\n"
  }

  private func drawn(_ provider: Provider, _ isSwedish: Bool) -> String {
    let count = provider.population
    if count == 0 {
      return isSwedish ? "ingen brukare hade besök granskningsdagen." : "no client had a visit on the review date."
    }
    let whom = isSwedish ? "brukare med besök granskningsdagen" : "clients with a visit on the review date"
    if count >= size { return isSwedish ? "\(size) av \(count) \(whom)." : "\(size) of \(count) \(whom)." }
    if count == 1 {
      return isSwedish
        ? "den enda brukaren med besök granskningsdagen." : "the only client with a visit on the review date."
    }
    return isSwedish
      ? "alla \(count) \(whom); det är färre än \(size)." : "all \(count) \(whom); that is fewer than \(size)."
  }

  /// "58 (93,5 %)".
  private func share(_ part: Int, of whole: Int, _ numbers: NumberFormat) -> String {
    guard whole > 0 else { return String(part) }
    return "\(part) (\(numbers.percent(Double(part) / Double(whole))))"
  }
}
