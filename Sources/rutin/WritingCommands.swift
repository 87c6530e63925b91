import Arguments
import Diagnostics
import Documents
import SiteBuild

/// `new` and `import`: files for an editor to go on with.
enum WritingCommands {
  static let commands = [
    Command(
      "new",
      Message(sv: "gör ett utkast att skriva vidare på", en: "makes a draft to go on with"),
      operands: .some("routine|dashboard|checklist TITLE"), options: [Commands.content]),
    Command(
      "import",
      Message(
        sv: "gör ett omvandlat dokument prydligt; originalet läggs i originals/",
        en: "makes a converted document tidy; the original goes to originals/"),
      operands: .some("FILE"), options: [Commands.content]),
  ]

  static func new(_ invocation: Invocation) throws(EnvironmentFault) -> ExitStatus {
    let title = invocation.operands.dropFirst().joined(separator: " ")
    guard let kind = invocation.operands.first.flatMap({ NewDocument(rawValue: $0) }), !title.isEmpty else {
      throw EnvironmentFault(
        .other, "",
        Message(sv: "Vad ska göras, och vad ska det heta?", en: "What is to be made, and what is its title?"),
        help: Message(
          sv: "Skriv till exempel rutin new routine Utlåning av nycklar.",
          en: "Write rutin new routine Lending of keys, say."))
    }
    let file = try kind.create(title, in: invocation[Commands.content], language: invocation.language)
    print(file)
    return .fine
  }

  static func importFiles(_ invocation: Invocation) throws(EnvironmentFault) -> ExitStatus {
    for file in invocation.operands {
      let done = try DocumentImport(file, into: invocation[Commands.content])
      let repairs = done.document.repairs.count { $0.step != nil && $0.step != .frontMatter && $0.action != .warned }
      print(
        Message(
          sv: "\(done.file): \(repairs) rättelser. Originalet ligger i \(done.original).",
          en: "\(done.file): \(repairs) repairs. The original is in \(done.original)."
        ).text(in: invocation.language))
      if invocation.isQuiet { continue }
      for diagnostic in done.document.diagnostics.inOrder() { print(diagnostic.report(in: invocation.language)) }
    }
    return .fine
  }
}
