internal import Diagnostics
internal import Statistics
internal import YAML

/// The municipality's own measures, of the folder `measures`.
struct OwnMeasures {
  private(set) var measures: [Measure] = []
  private(set) var diagnostics: [Diagnostic] = []

  init(content: String) throws(EnvironmentFault) {
    let folder = content + "/measures"
    guard isFolder(folder) else { return }
    let reader = FolderReader(folder)
    let (files, faults) = try reader.read(try reader.listing().entries, jobs: 1)
    diagnostics += faults.map { $0.below(folder) }
    for file in files where file.path.hasSuffix(".yaml") || file.path.hasSuffix(".yml") {
      let (node, faults) = YAMLReader.read(file.bytes, file: folder + "/" + file.path)
      diagnostics += faults
      guard let node else { continue }
      var nodes = [node]
      if case .sequence(let items) = node.content { nodes = items }
      for node in nodes {
        let (measure, faults) = Measure.read(node)
        diagnostics += faults
        guard let measure else { continue }
        let all = Measure.builtIn + measures + [measure]
        if Measure.areCountable(all + PersonsBehind.measures(behind: all)) {
          measures.append(measure)
        } else {
          diagnostics.append(.tooManyConditions(measure, node.range))
        }
      }
    }
  }
}

extension Diagnostic {
  fileprivate static func tooManyConditions(_ measure: Measure, _ range: SourceRange) -> Diagnostic {
    Diagnostic(
      .invalidValue, range,
      Message(
        sv: "Måttet `\(measure.id)` räknas inte: måtten har för många olika villkor på medarbetare eller brukare.",
        en:
          "The measure `\(measure.id)` is not counted: the measures have too many different conditions on staff or clients."
      ),
      help: Message(
        sv:
          "Ta bort ett mått, eller använd samma villkor i flera: högst 32 olika för vardera, de inbyggda måttens medräknade.",
        en:
          "Remove a measure, or use the same condition in several: at most 32 different ones each, the built-in measures' included."
      ))
  }
}
