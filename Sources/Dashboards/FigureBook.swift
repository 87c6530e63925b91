public import CivilTime
public import Statistics

/// All figures that may be published, by measure, group and period, and where they come from.
public struct FigureBook: Sendable {
  /// A unit, a provider, a chain or the total.
  public struct Group: Sendable, Hashable {
    public var kind: GroupKind
    public var id: String
    public var name: String
    /// A unit's provider on the as-of date, or the last it had.
    public var provider: String?

    public init(kind: GroupKind, id: String, name: String, provider: String? = nil) {
      self.kind = kind
      self.id = id
      self.name = name
      self.provider = provider
    }
  }

  /// A unit that there is on the as-of date.
  public struct Unit: Sendable, Hashable {
    public var id: String
    public var name: String
    /// What the register of units calls it: `Hemtjänst`.
    public var operation: String

    public init(id: String, name: String, operation: String) {
      (self.id, self.name, self.operation) = (id, name, operation)
    }
  }

  /// One export file.
  public struct Source: Sendable, Hashable {
    public var file: String
    /// nil for the register and for follow-ups.
    public var dataset: Dataset?
    public var read: Int
    public var used: Int
    /// The last day that the file tells of.
    public var latest: CivilDate?
    /// Whether the numbers of rows are not to be shown, since they tell of hidden counts.
    public var isWithheld: Bool

    public init(
      file: String, dataset: Dataset?, read: Int, used: Int, latest: CivilDate?, isWithheld: Bool = false
    ) {
      self.file = file
      self.dataset = dataset
      self.read = read
      self.used = used
      self.latest = latest
      self.isWithheld = isWithheld
    }

    public var rejected: Int { read - used }
  }

  public let asOf: CivilDate
  /// Hidden small counts are less than this.
  public let threshold: Int
  public let measures: [Measure]
  /// Those with figures, in Swedish order of their names; the total is not among them.
  public let groups: [Group]
  public let sources: [Source]
  /// In Swedish order of their names.
  public let units: [Unit]
  private let rows: [Key: PublishedRow]
  private let periods: [String: Periods]

  private struct Key: Hashable, Sendable {
    var measure: String
    var kind: GroupKind
    var group: String
    var period: String
  }

  /// The periods of one measure, each kind in time's order.
  struct Periods: Sendable {
    var days: [String] = []
    var months: [String] = []
    var halfYears: [String] = []
    var all: String?
    /// Neither day nor month: figures of files.
    var isTimeless = false
  }

  /// `groups` may name more than have figures.
  public init(
    rows: [PublishedRow], threshold: Int, measures: [Measure], groups: [Group], sources: [Source],
    units: [Unit] = [], asOf: CivilDate
  ) {
    self.asOf = asOf
    self.threshold = threshold
    self.measures = measures
    self.sources = sources
    self.units = units
    var found: [Key: PublishedRow] = [:]
    var periods: [String: Set<String>] = [:]
    var named: Set<Named> = []
    found.reserveCapacity(rows.count)
    for row in rows {
      found[Key(measure: row.measure, kind: row.groupKind, group: row.group, period: row.period)] = row
      periods[row.measure, default: []].insert(row.period)
      named.insert(Named(kind: row.groupKind, id: row.group))
    }
    self.rows = found
    self.periods = periods.mapValues { Periods($0) }
    self.groups = groups.filter { named.contains(Named(kind: $0.kind, id: $0.id)) }
  }

  /// Of a site without exports: what can be asked for, and no figures.
  public init(measures: [Measure], threshold: Int, asOf: CivilDate) {
    self.init(
      rows: [], threshold: threshold, measures: measures + Measure.ofFiles, groups: [], sources: [], asOf: asOf)
  }

  private struct Named: Hashable {
    var kind: GroupKind
    var id: String
  }

  public static let total = Group(kind: .total, id: "ALLA", name: "")

  /// nil when nothing is told of the group in the period.
  public func row(_ measure: String, _ group: Group, _ period: String) -> PublishedRow? {
    rows[Key(measure: measure, kind: group.kind, group: group.id, period: period)]
  }

  func periods(of measure: String) -> Periods { periods[measure] ?? Periods() }

  /// The measure itself, or those that it is made of: `V1.las`, `V1.nfc` … of V1.
  public func classes(of measure: Measure) -> [Measure] {
    measures.filter { $0.id.hasPrefix(measure.id + ".") && $0.unit == .count && $0.id != measure.id + ".visits" }
  }

  public func measure(_ id: String) -> Measure? { measures.first { $0.id == id } }

  /// The measure of that id, or all that begin with it.
  ///
  /// `P2` is `P2.behall`, `P2.omplacera` and more.
  public func measures(named name: String) -> [Measure] {
    measure(name).map { [$0] } ?? measures.filter { $0.id.hasPrefix(name + ".") }
  }

  /// Ids, and the beginnings that name several.
  public var measureNames: [String] {
    let families = Set(measures.map { String($0.id.prefix { $0 != "." }) })
    return measures.map(\.id) + families.subtracting(measures.map(\.id)).sorted()
  }

  public func sources(of measures: [Measure]) -> [Source] {
    let datasets = Set(measures.map(\.dataset))
    return sources.filter { $0.dataset.map { datasets.contains($0) } ?? false }
  }

  /// The file of the same kind before this one, in the order of the names; nil for the first, and for kinds without figures.
  public func source(before source: Source) -> Source? {
    let same = sources.filter { $0.dataset == source.dataset }
    guard source.dataset != nil, let place = same.firstIndex(of: source), place > 0 else { return nil }
    return same[place - 1]
  }

  public func has(_ dataset: Dataset) -> Bool { sources.contains { $0.dataset == dataset } }

  /// Whether providers and units are known, so that a name can be judged.
  var knowsGroups: Bool { groups.contains { $0.kind != .file } }

  /// The last day told of for each kind of data.
  public var latestDays: [(dataset: Dataset, day: CivilDate)] {
    Dataset.allCases.compactMap { dataset in
      sources.filter { $0.dataset == dataset }.compactMap(\.latest).max().map { (dataset, $0) }
    }
  }

  /// Whether a period is not over on the as-of date.
  func isIncomplete(_ period: String) -> Bool {
    if let month = CivilMonth(iso: period) { return month.lastDay > asOf }
    guard period.hasSuffix("-H1") || period.hasSuffix("-H2"), let year = Int(period.prefix(4)) else { return false }
    let isFirst = period.hasSuffix("1")
    guard let last = CivilDate(year: year, month: isFirst ? 6 : 12, day: isFirst ? 30 : 31) else { return false }
    return last > asOf
  }
}

extension FigureBook.Periods {
  init(_ texts: Set<String>) {
    for text in texts.sorted() {
      if text.isEmpty {
        isTimeless = true
      } else if text.contains("/") {
        all = text
      } else if CivilMonth(iso: text) != nil {
        months.append(text)
      } else if CivilDate(iso: text) != nil {
        days.append(text)
      } else {
        halfYears.append(text)
      }
    }
  }
}
