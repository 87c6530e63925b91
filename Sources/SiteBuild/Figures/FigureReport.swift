internal import CivilTime
public import Diagnostics
internal import Exports
internal import JSON
internal import Statistics

/// The figures that were asked for: as they may be published, or raw as working material.
public struct FigureReport: Sendable {
  /// In the order of `measures.md` 10.
  public var rows: [FigureLine]
  public var diagnostics: [Diagnostic]
  public var isRaw: Bool
  /// What is worth knowing and no fault of the exports.
  public var notice: Message?
  /// Names of units and providers by their ids, on the as-of date.
  public var names: [String: String]
  /// All that can be asked for, by id.
  let measures: [String: Measure]
  public var readCount: Int
  public var rejectedCount: Int
  public var freshFiles: Int
  public var keptFiles: Int

  /// Reads the exports, counts, and applies disclosure control unless `raw`; the proof goes to the work folder.
  public init(
    _ query: FigureQuery, data: String, content: String, work: WorkFolder, raw: Bool
  ) throws(EnvironmentFault) {
    if let fault = query.contradiction { throw fault }
    let folder = try ExportFolder(data: data, content: content, work: work, jobs: query.jobs)
    let measures = Measure.builtIn + folder.own.measures
    let known = measures + Measure.ofFiles
    if let fault = query.unknown(among: known.map(\.id)) { throw fault }
    self.measures = Dictionary(known.map { ($0.id, $0) }) { first, _ in first }
    // What is published together is judged together: all periods and groups, whatever part of them is asked for.
    var request = FigureRequest.forPublication(of: measures, asOf: query.asOf, jobs: query.jobs)
    if raw {
      request.measures = measures
      request.periods = query.periodKinds
    }
    let figures = Figures(of: folder.readings, request)
    isRaw = raw
    notice = folder.notice
    diagnostics = (folder.diagnostics + figures.diagnostics.map { $0.below(data) }).inOrder()
    readCount = figures.files.reduce(0) { $0 + $1.read }
    rejectedCount = figures.files.reduce(0) { $0 + $1.read - $1.accepted }
    freshFiles = folder.freshCount
    keptFiles = folder.keptCount
    names = figures.register.names(on: query.asOf)
    let halfYearly = Set(measures.filter(\.isHalfYearly).map(\.id))
    func isWanted(_ measure: String, _ kind: GroupKind, _ period: String) -> Bool {
      query.wants(measure) && (kind == .file ? query.grouping == nil : query.wants(kind))
        && query.wants(period: period, isHalfYearly: halfYearly.contains(measure))
    }
    if raw {
      rows = figures.rows.filter { isWanted($0.measure, $0.groupKind, $0.period) }.map { FigureLine(raw: $0) }
      return
    }
    let publication = try figures.published(of: folder, asOf: query.asOf, work: work)
    diagnostics = (diagnostics + folder.own.hidden(in: publication)).inOrder()
    rows = publication.rows.filter { isWanted($0.measure, $0.groupKind, $0.period) }.map {
      FigureLine(published: $0, threshold: publication.threshold)
    }
  }
}
