import Arguments
import Diagnostics
import Documents
import Glibc
import JSON
import SiteBuild

/// The commands that exist, and which function does each.
enum Commands {
  static let program = Program(
    name: "rutin", version: "0.1.0",
    summary: Message(
      sv: "gör en webbplats av kommunens rutiner", en: "makes a web site of a municipality's routines"),
    commands: [
      Command(
        "inspect",
        Message(sv: "visar vad som lästs ur varje dokument", en: "shows what was read of each document"),
        operands: .some("FILE")),
      Command(
        "render",
        Message(sv: "skriver ett dokuments text som HTML", en: "writes the body of one document as HTML"),
        operands: .one("FILE|-")),
    ])

  static func run(_ invocation: Invocation) -> ExitStatus {
    do throws(EnvironmentFault) {
      switch invocation.command {
      case "inspect": try inspect(invocation)
      default: try render(invocation)
      }
      return .fine
    } catch {
      complain(error.report(in: invocation.language))
      return .unable
    }
  }

  private static func inspect(_ invocation: Invocation) throws(EnvironmentFault) {
    var documents: [JSONValue] = []
    for file in invocation.operands {
      documents.append(DocumentReader.read(try bytes(ofFile: file), file: file).json(in: invocation.language))
    }
    print(JSONValue.array(documents).text())
  }

  private static func render(_ invocation: Invocation) throws(EnvironmentFault) {
    for file in invocation.operands {
      let document = DocumentReader.read(try bytes(ofFile: file), file: file)
      print(String(decoding: document.body.html, as: UTF8.self), terminator: "")
    }
  }
}
