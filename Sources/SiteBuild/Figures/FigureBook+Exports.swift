internal import CivilTime
internal import Dashboards
internal import Diagnostics
internal import Exports
internal import Handbook
internal import Statistics
internal import Swedish

extension FigureBook {
  /// The figures of a folder of exports as they may be published, the duties reported in it, and what was wrong.
  ///
  /// Files are named as the user can open them.
  ///
  /// - Parameter notice: told what is worth knowing and no fault of the exports.
  static func read(
    data: String, content: String, work: WorkFolder, asOf: CivilDate, jobs: Int, notice: (Message) -> Void
  ) throws(EnvironmentFault) -> (FigureBook, DutyLog?, [Diagnostic]) {
    let folder = try ExportFolder(data: data, content: content, work: work, jobs: jobs)
    if let message = folder.notice { notice(message) }
    let measures = Measure.builtIn + folder.own.measures
    let figures = Figures(of: folder.readings, .forPublication(of: measures, asOf: asOf, jobs: jobs))
    let publication = try figures.published(of: folder, asOf: asOf, work: work)
    let latest = latestDays(of: folder.readings, figures)
    let withheld = Set(publication.rows.lazy.filter { $0.groupKind == .file && $0.numerator.isHidden }.map(\.group))
    let book = FigureBook(
      rows: publication.rows, threshold: publication.threshold, measures: measures + Measure.ofFiles,
      groups: groups(of: figures, asOf: asOf),
      sources: figures.files.map { file in
        let dataset = Dataset(rawValue: file.kind.rawValue)
        return Source(
          file: file.name, dataset: dataset, read: file.read, used: file.accepted, latest: latest[file.name],
          isWithheld: withheld.contains(file.name))
      }, units: units(of: figures.register, asOf: asOf), asOf: asOf)
    let reports = figures.followUps.map {
      DutyLog.Report(
        duty: $0.duty, unit: $0.unit, period: $0.period, done: CivilDate(dayNumber: Int($0.done)))
    }
    let diagnostics =
      (folder.diagnostics + figures.diagnostics.map { $0.below(data) } + folder.own.hidden(in: publication)).inOrder()
    return (book, reports.isEmpty ? nil : DutyLog(reports), diagnostics)
  }

  /// Providers, units and chains by name, and files as they are.
  private static func groups(of figures: Figures, asOf: CivilDate) -> [Group] {
    let names = figures.register.names(on: asOf)
    var providers: [String: String] = [:]
    for row in figures.register.rows.sorted(by: { ($0.from, $0.place) < ($1.from, $1.place) })
    where providers[row.id] == nil || Int(row.from) <= asOf.dayNumber {
      providers[row.id] = row.provider
    }
    var seen: Set<Group> = []
    var files: [Group] = []
    var others: [Group] = []
    for row in figures.rows where row.groupKind != .total {
      let isUnit = row.groupKind == .unit || row.groupKind == .unitChain
      let group = Group(
        kind: row.groupKind, id: row.group,
        name: row.groupKind == .file ? name(ofFile: row.group) : names[row.group] ?? row.group,
        provider: isUnit ? providers[row.group] : nil)
      guard seen.insert(group).inserted else { continue }
      if group.kind == .file { files.append(group) } else { others.append(group) }
    }
    return others.inSwedishOrder(by: \.name) + files
  }

  private static func units(of register: Register, asOf: CivilDate) -> [Unit] {
    let names = register.names(on: asOf)
    let day = Int32(asOf.dayNumber)
    return register.units.compactMap { unit in
      let row = unit.rows.map { register.rows[$0] }.first { $0.from <= day && day <= $0.to ?? .max }
      return row.map { Unit(id: unit.id, name: names[unit.id] ?? unit.id, operation: $0.operation) }
    }.inSwedishOrder(by: \.name)
  }

  /// `besok-2026-03.csv: slutet ligger före början` of `besok-2026-03.csv:end_before_start`.
  private static func name(ofFile group: String) -> String {
    guard let colon = group.lastIndex(of: ":") else { return group }
    let reason = RejectReason.allCases.first { $0.name == group[group.index(after: colon)...] }
    return reason.map { group[..<colon] + ": " + $0.explanation.0.swedish } ?? group
  }

  /// The last day that each file tells of.
  private static func latestDays(of readings: [FileReading], _ figures: Figures) -> [String: CivilDate] {
    var found: [String: CivilDate] = [:]
    for reading in readings {
      if let day = reading.latestDay { found[reading.name] = CivilDate(dayNumber: Int(day)) }
    }
    return found
  }
}

extension FileReading {
  /// Of visits the last Start, of phones and locks the last reading, of jobs the last one done.
  fileprivate var latestDay: Int32? {
    switch rows {
    case .visits(let segments): segments.compactMap { $0.days?.upperBound }.max()
    case .phones(let rows): rows.map(\.reading).max()
    case .locks(let rows): rows.map(\.reading).max()
    case .jobs(let rows): rows.compactMap { $0.done }.max()
    default: nil
    }
  }
}
