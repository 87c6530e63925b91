internal import CivilTime
internal import Diagnostics
internal import JSON
internal import Statistics

extension Figures {
  /// The rows as they may be seen; the proof goes to the work folder.
  ///
  /// `measures` are the municipality's own. The figures must have been counted with `PersonsBehind.measures`, for all periods.
  func published(measures: [Measure], work: WorkFolder) throws(EnvironmentFault) -> Publication {
    let control = DisclosureControl(vocabulary: .standard.adding(measures))
    let (rows, persons) = PersonsBehind.taken(from: rows)
    let (publication, proof) = control.publish(rows, structure: GroupStructure(register, chains), persons: persons)
    try work.keep(Array(proof.json().text().utf8), as: work.path + "/disclosure-proof.json")
    return publication
  }
}

extension FigureRequest {
  /// Everything that is published together, and what it is judged by.
  static func forPublication(of measures: [Measure], asOf: CivilDate, jobs: Int) -> FigureRequest {
    var request = FigureRequest(asOf: asOf)
    request.jobs = jobs
    request.measures = measures + PersonsBehind.measures(behind: measures)
    request.periods = [.month, .halfYear, .all]
    return request
  }
}
