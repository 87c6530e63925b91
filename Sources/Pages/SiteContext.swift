internal import CivilTime
public import Dashboards
internal import Documents
internal import HTML
public import Handbook
internal import Swedish
public import Theming

/// Everything that pages are made from; the records that many pages share are made once.
public struct SiteContext: Sendable {
  public let library: Library
  let strings: Strings
  /// What kinds and states are called, looked up once and not for each document.
  let kindNames: [DocumentKind: String]
  let stateNames: [ValidityState: String]
  let site: Record
  /// For each routine, how it stands in a list.
  let items: [Record]
  /// For each routine, the roles it gives duties to: index of the role and of its part.
  let rolesByRoutine: [[(role: Int, part: Int)]]
  /// Faults of all stages before this one, for the page about the site.
  let warningCount: Int
  let sheet: ComponentSheet
  let codes = PageCodes()
  let figures: FigureContext
  public let plan: SitePlan
  /// Of two years from the as-of date.
  let duties: [Duty]
  let dutiesByRoutine: [Int: [Duty]]
  /// The same in the order of the days.
  let occurrences: [DutyDate]
  /// Indices of the roles that take part in a duty.
  let rolesByDuty: [DutyPlace: [Int]]
  /// nil when nobody reports what was done.
  let log: DutyLog?

  struct DutyPlace: Hashable {
    var routine: Int
    /// Index into the document's follow-ups.
    var number: Int
  }

  struct DutyDate {
    var duty: Duty
    var occurrence: Recurrence.Occurrence
  }

  public init(
    _ plan: SitePlan, theme: Theme, figures book: FigureBook, log: DutyLog?, sheet: ComponentSheet, warningCount: Int
  ) {
    let library = plan.library
    let strings = theme.strings
    self.library = library
    self.sheet = sheet
    self.plan = plan
    figures = FigureContext(book: book, library: library, theme: theme, addresses: plan.groupAddresses)
    self.strings = strings
    let kindNames = Dictionary(uniqueKeysWithValues: DocumentKind.allCases.map { ($0, strings["kind.\($0.key)"]) })
    let stateNames = Dictionary(
      uniqueKeysWithValues: ValidityState.allCases.map { ($0, strings["state.\($0.rawValue)"]) })
    (self.kindNames, self.stateNames) = (kindNames, stateNames)
    self.warningCount = warningCount
    let configuration = library.configuration
    site = Record(
      PageSchemas.site,
      [
        "name": .text(configuration.name), "organisation": .text(configuration.organisation),
        "administration": .text(configuration.administration), "description": .text(configuration.description),
        "deviation": Value(configuration.deviationAddress),
        "logo": Value(configuration.logo.map { encodedPath($0.path) }), "asOf": .text(library.asOf.iso),
        "hasContacts": .flag(!library.registers.contacts.isEmpty),
        "hasDashboards": .flag(plan.hasDashboards),
        "hasStatement": .flag(configuration.statement != nil),
      ])
    items = library.routines.map { Self.item($0, kindNames[$0.kind], stateNames[$0.state]) }
    var roles: [[(role: Int, part: Int)]] = Array(repeating: [], count: library.routines.count)
    for (role, entry) in library.roles.enumerated() {
      for (part, place) in entry.parts.enumerated() { roles[place.routine].append((role, part)) }
    }
    rolesByRoutine = roles
    duties = library.duties(in: library.asOf...library.asOf.adding(years: Self.calendarYears))
    dutiesByRoutine = Dictionary(grouping: duties, by: \.routine)
    occurrences = duties.flatMap { duty in duty.occurrences.map { DutyDate(duty: duty, occurrence: $0) } }
      .enumerated().sorted {
        ($0.element.occurrence.due, $0.offset) < ($1.element.occurrence.due, $1.offset)
      }.map(\.element)
    var places: [DutyPlace: [Int]] = [:]
    for (role, entry) in library.roles.enumerated() {
      for part in entry.followUps {
        let all = library.routines[part.routine].document.frontMatter.followUps
        guard let number = all.firstIndex(of: part.duty) else { continue }
        places[DutyPlace(routine: part.routine, number: number), default: []].append(role)
      }
    }
    rolesByDuty = places
    self.log = log
  }

  private static let calendarYears = 2

  private static func item(_ routine: Routine, _ kind: String?, _ state: String?) -> Record {
    let facts = routine.document.facts
    var until: String?
    if case .until(let date) = routine.document.validity { until = date.iso }
    return Record(
      PageSchemas.item,
      [
        "title": .text(routine.title), "address": .text(routine.address),
        "kind": .text(kind ?? ""),
        "id": Value(routine.id), "state": .text(routine.state.rawValue),
        "stateText": .text(state ?? ""),
        "inForce": .flag(routine.state.isInForce), "states": Value(routine.timeline.text),
        "until": Value(until), "decided": Value(facts.decidedOn.value?.iso),
      ])
  }

  func items(_ indices: some Sequence<Int>) -> Value { .records(indices.map { items[$0] }) }

  /// What points here, for readers: without drafts, and what applies first; otherwise in the order given.
  func forReaders(_ indices: [Int]) -> [Int] {
    let decided = indices.filter { library.routines[$0].state != .draft }
    return decided.filter { library.routines[$0].state.isInForce }
      + decided.filter { !library.routines[$0].state.isInForce }
  }

  func link(_ text: String, _ address: String) -> Record {
    Record(PageSchemas.link, ["text": .text(text), "address": .text(address)])
  }

  /// The way from the start page; the page itself is not in it.
  func crumbs(_ links: (text: String, address: String)...) -> Value {
    .records([link(strings["page.start"], Address.start)] + links.map { link($0.text, $0.address) })
  }
}

extension DocumentKind {
  /// ASCII name for keys of strings.
  var key: String { Self.keys[self] ?? "" }

  private static let keys = Dictionary(uniqueKeysWithValues: allCases.map { ($0, "\($0)") })
}
