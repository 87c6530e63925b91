import Arguments
import Diagnostics
import Documents
import HTML
import JSON
import SiteBuild

/// `inspect` and `render`: one document at a time.
enum ReadingCommands {
  static let stepList = RepairStep.allCases.map(\.rawValue).joined(separator: ", ")

  /// Names of steps, parted by commas; nil when one is unknown.
  static func steps(_ text: String) -> [String]? {
    let names = text.split(separator: ",").map(String.init)
    return names.allSatisfy { RepairStep(rawValue: $0) != nil } ? names : nil
  }

  static func inspect(_ invocation: Invocation) throws(EnvironmentFault) -> ExitStatus {
    var documents: [Document] = []
    for file in invocation.operands { documents.append(try read(file, invocation)) }
    if invocation[Commands.inspectFormat] == .json {
      print(JSONValue.array(documents.map { $0.json(in: invocation.language) }).text())
    } else {
      for document in documents {
        print(document.report(in: invocation.language))
        for diagnostic in document.diagnostics.inOrder() { print(diagnostic.report(in: invocation.language)) }
      }
    }
    return documents.contains { $0.diagnostics.errorCount > 0 } ? .contentErrors : .fine
  }

  static func render(_ invocation: Invocation) throws(EnvironmentFault) -> ExitStatus {
    var status = ExitStatus.fine
    for file in invocation.operands {
      let document = try read(file, invocation)
      print(document.fragment().string, terminator: "")
      for diagnostic in document.diagnostics.inOrder() where diagnostic.severity == .error {
        complain(diagnostic.report(in: invocation.language))
        status = .contentErrors
      }
    }
    return status
  }

  /// A document of a content folder is read by that folder's registers and settings.
  private static func read(_ file: String, _ invocation: Invocation) throws(EnvironmentFault) -> Document {
    var rules = file == "-" ? ReadingRules() : try SiteRules.around(file)
    for name in invocation[Commands.without] {
      if let step = RepairStep(rawValue: name) { rules.without.insert(step) }
    }
    return DocumentReader.read(try bytes(ofFile: file), file: file, rules: rules)
  }
}
