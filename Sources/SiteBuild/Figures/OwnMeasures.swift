internal import Diagnostics
internal import Exports
internal import Statistics
internal import YAML

/// The municipality's own measures, of the folder `measures`.
struct OwnMeasures {
  private(set) var measures: [Measure] = []
  private(set) var diagnostics: [Diagnostic] = []
  /// Stands for all that was read.
  private(set) var digest = ContentHash(of: [])
  /// Where each measure stands, by its id.
  private var places: [String: SourceRange] = [:]

  init(content: String) throws(EnvironmentFault) {
    let folder = content + "/measures"
    guard isFolder(folder) else { return }
    let reader = FolderReader(folder)
    let (files, faults) = try reader.read(try reader.listing().entries, jobs: 1)
    diagnostics += faults.map { $0.below(folder) }
    digest = ContentHash(of: files.flatMap { Array($0.path.utf8) + [0] + $0.bytes })
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
        if let first = places[measure.id] {
          diagnostics.append(.repeated(measure, node.range, first: first))
          continue
        }
        places[measure.id] = node.range
        let all = Measure.builtIn + measures + [measure]
        if Measure.areCountable(all + PersonsBehind.measures(behind: all)) {
          measures.append(measure)
        } else {
          diagnostics.append(.tooManyConditions(measure, node.range))
        }
      }
    }
  }

  /// A warning for each measure of which all figures are hidden.
  func hidden(in publication: Publication) -> [Diagnostic] {
    var shown: Set<String> = []
    var counted: Set<String> = []
    for row in publication.rows where places[row.measure] != nil {
      counted.insert(row.measure)
      if !row.numerator.isHidden { shown.insert(row.measure) }
    }
    return measures.filter { counted.contains($0.id) && !shown.contains($0.id) }.compactMap { measure in
      places[measure.id].map { Diagnostic.hidden(measure, $0) }
    }
  }
}

extension Diagnostic {
  fileprivate static func hidden(_ measure: Measure, _ range: SourceRange) -> Diagnostic {
    Diagnostic(
      .hiddenMeasure, range,
      Message(
        sv:
          "Inget av måttet `\(measure.id)` visas: talen är för små, eller så skulle man ur dem och de andra måtten kunna räkna ut dolda tal.",
        en:
          "Nothing of the measure `\(measure.id)` is shown: the figures are too small, or hidden ones could be worked out from them and the other measures."
      ),
      help: Message(
        sv:
          "Ta bort något av de egna måtten, eller flytta upp det viktigaste: när inte alla kan visas går de första före.",
        en:
          "Remove one of your own measures, or move the most important one up: where not all can be shown, the first come first."
      ))
  }

  fileprivate static func repeated(_ measure: Measure, _ range: SourceRange, first: SourceRange) -> Diagnostic {
    Diagnostic(
      .repeatedName, range,
      Message(
        sv: "Måttet `\(measure.id)` räknas inte: id:t finns redan.",
        en: "The measure `\(measure.id)` is not counted: there is one of that id already."),
      help: Message(sv: "Ge ett av måtten ett annat id.", en: "Give one of the measures another id."),
      related: [Diagnostic.Related(first, Message(sv: "Det första står här.", en: "The first one is here."))])
  }

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
