import CivilTime
import Diagnostics
import Exports
import Statistics
import Testing

enum Fixture {
  static let key = IdentityKey(1, 2)

  /// Figures of CSV texts by file name; a file that cannot be read is a failure of the test.
  static func figures(
    _ files: [String: String], asOf: String, periods: Set<PeriodKind> = [.month], measures: [Measure] = Measure.builtIn,
    jobs: Int = 1
  ) -> Figures {
    figures(of: readings(files, jobs: jobs), asOf: asOf, periods: periods, measures: measures, jobs: jobs)
  }

  static func readings(_ files: [String: String], jobs: Int = 1) -> [FileReading] {
    files.sorted { $0.key < $1.key }.compactMap { name, text in
      do throws(ExportFault) {
        return try ExportReader(key: key, jobs: jobs).read(ExportFile(name: name, bytes: MemoryBytes(Array(text.utf8))))
      } catch {
        Issue.record("\(error.diagnostic.report(in: .english))")
        return nil
      }
    }
  }

  static func figures(
    of readings: [FileReading], asOf: String, periods: Set<PeriodKind> = [.month],
    measures: [Measure] = Measure.builtIn,
    jobs: Int = 1
  ) -> Figures {
    var request = FigureRequest(asOf: CivilDate(iso: asOf) ?? CivilDate(dayNumber: 0))
    request.periods = periods
    request.measures = measures
    request.jobs = jobs
    return Figures(of: readings, request)
  }

  /// `numerator/denominator`, `-` for an empty field, `nothing` when there is no such row.
  static func text(_ figures: Figures, _ measure: String, _ kind: GroupKind, _ group: String, _ period: String)
    -> String
  {
    let row = figures.rows.first {
      $0.measure == measure && $0.groupKind == kind && $0.group == group && $0.period == period
    }
    guard let row else { return "nothing" }
    return "\(row.numerator.map { String($0) } ?? "-")/\(row.denominator.map { String($0) } ?? "-")"
  }
}
