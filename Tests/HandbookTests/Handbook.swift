import CivilTime
import Diagnostics
import Documents
import Testing

@testable import Handbook

/// A handbook made from texts: files by path, `site.yaml` and one register.
struct Handbook {
  var library: Library
  /// Of reading, registers and library, in order.
  var faults: [Diagnostic]

  init(
    _ files: KeyValuePairs<String, String>, site: String = "", register: String = "", attachments: Set<String> = [],
    asOf: String = "2026-11-20"
  ) throws {
    try self.init(
      files.map { ($0.key, $0.value) }, site: site, register: register, attachments: attachments, asOf: asOf)
  }

  init(
    _ files: [(String, String)], site: String = "", register: String = "", attachments: Set<String> = [],
    asOf: String = "2026-11-20"
  ) throws {
    let (configuration, siteFaults) = Configuration.read(Array(site.utf8), file: "site.yaml")
    var registers = Registers()
    faults = siteFaults + registers.add(Array(register.utf8), file: "registers/r.yaml")
    faults += registers.check()
    let rules = ReadingRules(configuration, registers)
    let documents = files.map { DocumentReader.read(Array($0.1.utf8), file: $0.0, rules: rules) }
    faults += documents.flatMap(\.diagnostics)
    library = Library(
      documents.filter { !Self.isPage($0.file) }, pages: documents.filter { Self.isPage($0.file) },
      files: attachments, configuration: configuration, registers: registers, asOf: try #require(CivilDate(iso: asOf)))
    faults = (faults + library.diagnostics).inOrder()
  }

  private static func isPage(_ file: String) -> Bool { file.hasPrefix("pages/") || file.hasPrefix("dashboards/") }

  /// `code line:column`, with the file when there are several.
  var report: [String] { faults.map { "\($0.code.rawValue) \($0.range.place)" } }

  func routine(_ title: String) throws -> Int { try #require(library.routines.firstIndex { $0.title == title }) }

  func titles(_ indices: [Int]) -> [String] { indices.map { library.routines[$0].title } }
}

extension Library {
  init(
    _ documents: [Document], pages: [Document] = [], files: Set<String> = [], earlier: [EarlierDocument] = [],
    configuration: Configuration = Configuration(), registers: Registers = Registers(), asOf: CivilDate
  ) {
    self.init(
      routines: documents.map { Routine($0, configuration, on: asOf) }, pages: pages, files: files, earlier: earlier,
      configuration: configuration, registers: registers, asOf: asOf)
  }
}

/// A tidy document.
func tidy(_ title: String, _ keys: String = "", body: String = "Text om arbetet.") -> String {
  "---\ntitel: \(title)\n\(keys.isEmpty ? "" : keys + "\n")---\n\n\(body)\n"
}
