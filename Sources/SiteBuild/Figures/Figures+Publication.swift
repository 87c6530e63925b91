internal import CivilTime
internal import Diagnostics
internal import Exports
internal import JSON
internal import Statistics

extension Figures {
  /// The rows as they may be seen; the proof goes to the work folder.
  ///
  /// Judging what may be seen takes longer than counting, so what came of it is kept for as long as `folder` holds the same.
  /// The figures must have been counted with `PersonsBehind.measures`, for all periods.
  func published(of folder: ExportFolder, asOf: CivilDate, work: WorkFolder) throws(EnvironmentFault) -> Publication {
    let proofFile = work.path + "/disclosure-proof.json"
    let parts = [asOf.iso, InputState.program, folder.policy.text] + folder.contents
    let key = ContentHash(of: Array(parts.joined(separator: "\n").utf8))
    let memory = KeptFile("published", in: work, version: 0x3142_5542_4E54_5552)
    if isFile(proofFile), let kept = memory.publication(of: key) { return kept }
    let control = DisclosureControl(policy: folder.policy, vocabulary: .standard.adding(folder.own.measures))
    let (rows, persons) = PersonsBehind.taken(from: rows)
    let (publication, proof) = control.publish(
      rows, structure: GroupStructure(register, chains), persons: persons, files: files)
    try work.keep(Array(proof.json().text().utf8), as: proofFile)
    memory.write { writer in
      writer.add(key.high)
      writer.add(key.low)
      publication.write(to: &writer)
    }
    return publication
  }
}

extension KeptFile {
  /// nil when what is kept is of other figures, or damaged.
  fileprivate func publication(of key: ContentHash) -> Publication? {
    try? read { reader throws(DamagedCache) -> Publication? in
      guard try reader.word() == key.high, try reader.word() == key.low else { return nil }
      return try Publication(from: &reader)
    }
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
