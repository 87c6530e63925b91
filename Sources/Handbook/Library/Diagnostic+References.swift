internal import Diagnostics
internal import Documents
internal import Swedish

// What can be wrong with a reference.
extension Diagnostic {
  static func missingLogo(_ logo: Configuration.Logo, in files: Set<String>) -> Diagnostic {
    let near = NearMatch.nearest(to: logo.path, in: files.sorted())
    return Diagnostic(
      .missingImage, logo.range,
      Message(sv: "Logotypen `\(logo.path)` finns inte.", en: "The logo `\(logo.path)` does not exist."),
      help: near.isEmpty
        ? Message(sv: "Lägg bilden i `files/`.", en: "Put the picture in `files/`.") : .didYouMean(code: near))
  }

  static func emptyLink(_ reference: Reference) -> Diagnostic {
    Diagnostic(
      .brokenLink, reference.range,
      Message(sv: "Länken ”\(reference.text)” leder ingenstans.", en: "The link “\(reference.text)” leads nowhere."),
      help: Message(
        sv: "Skriv adressen i parentesen: `[text](fil.md)`.",
        en: "Write the address in the parentheses: `[text](file.md)`."))
  }

  static func brokenLink(_ reference: Reference, to file: String, near: [String]) -> Diagnostic {
    Diagnostic(
      .brokenLink, reference.range,
      Message(
        sv: "Länken leder till `\(file)`, som inte finns.", en: "The link leads to `\(file)`, which does not exist."),
      help: near.isEmpty
        ? Message(
          sv: "Kontrollera sökvägen; den räknas från dokumentets egen mapp.",
          en: "Check the path; it counts from the document's own folder.")
        : .didYouMean(code: near))
  }

  static func outsideContent(_ reference: Reference) -> Diagnostic {
    Diagnostic(
      .linkOutsideContent, reference.range,
      Message(
        sv: "Länken `\(reference.target)` leder ut ur innehållsmappen.",
        en: "The link `\(reference.target)` leads out of the content folder."),
      help: Message(
        sv: "Lägg filen i `content/files/` och länka dit.", en: "Put the file in `content/files/` and link to it."))
  }

  static func brokenAnchor(_ reference: Reference, _ anchor: String, in document: Document) -> Diagnostic {
    let ids = document.sections.map(\.id)
    let near = NearMatch.nearest(to: anchor, in: ids).map { "#\($0)" }
    let list = ids.prefix(20).map { "`#\($0)`" }.joined(separator: ", ")
    return Diagnostic(
      .brokenAnchor, reference.range,
      Message(
        sv: "Avsnittet `#\(anchor)` finns inte i \(document.file).",
        en: "The section `#\(anchor)` is not in \(document.file)."),
      help: near.isEmpty
        ? ids.isEmpty
          ? Message(
            sv: "Dokumentet har inga rubriker; ta bort `#\(anchor)`.",
            en: "The document has no headings; remove `#\(anchor)`.")
          : Message(sv: "Avsnitten är: \(list).", en: "The sections are: \(list).")
        : .didYouMean(code: near))
  }

  static func missingImage(_ reference: Reference, _ file: String, near: [String]) -> Diagnostic {
    Diagnostic(
      .missingImage, reference.range,
      Message(sv: "Bilden `\(file)` finns inte.", en: "The image `\(file)` does not exist."),
      help: near.isEmpty
        ? Message(sv: "Lägg bilden i `content/files/`.", en: "Put the image in `content/files/`.")
        : .didYouMean(code: near))
  }

  static func imageElsewhere(_ reference: Reference) -> Diagnostic {
    Diagnostic(
      .missingImage, reference.range,
      Message(sv: "Bilder hämtas inte från andra webbplatser.", en: "Images are not fetched from other sites."),
      help: Message(
        sv: "Spara bilden i `content/files/` och länka dit.", en: "Save the image in `content/files/` and link to it."))
  }

  static func unresolvedName(_ reference: Reference, near: [String]) -> Diagnostic {
    Diagnostic(
      .unresolvedReference, reference.range,
      Message(
        sv: "Inget dokument heter ”\(reference.target)”; det visas som vanlig text.",
        en: "No document is called “\(reference.target)”; it is shown as plain text."),
      help: .nameHelp(near))
  }

  static func unresolvedLink(_ reference: Reference, near: [String]) -> Diagnostic {
    Diagnostic(
      .unresolvedReference, reference.range,
      Message(
        sv: "Länken ”\(reference.target)” finns inte i länkregistret; den visas som vanlig text.",
        en: "The link “\(reference.target)” is not in the link register; it is shown as plain text."),
      help: near.isEmpty
        ? Message(sv: "Lägg till den i `registers/lankar.yaml`.", en: "Add it to `registers/lankar.yaml`.")
        : Message(
          sv: "Lägg till den i `registers/lankar.yaml`, eller menade du ”\(near.joined(separator: "” eller ”"))”?",
          en: "Add it to `registers/lankar.yaml`, or did you mean “\(near.joined(separator: "” or “"))”?"))
  }

  static func ambiguousName(_ reference: Reference, among files: [String]) -> Diagnostic {
    Diagnostic(
      .ambiguousReference, reference.range,
      Message(
        sv: "Flera gällande dokument heter ”\(reference.target)”.",
        en: "Several documents in force are called “\(reference.target)”."),
      help: Message(sv: "Skriv dokumentets id i stället: `[[id]]`.", en: "Write the document's id instead: `[[id]]`."),
      related: files.prefix(10).map { Related(SourceRange(file: $0), Message(sv: "Ett av dem.", en: "One of them.")) })
  }

  static func unknownDocument(_ name: String, at place: SourceRange, near: [String]) -> Diagnostic {
    Diagnostic(
      .unknownDocument, place,
      Message(sv: "Inget dokument eller sida heter ”\(name)”.", en: "No document or page is called “\(name)”."),
      help: .nameHelp(near))
  }
}

extension Message {
  fileprivate static func nameHelp(_ near: [String]) -> Message {
    near.isEmpty
      ? Message(
        sv: "Kontrollera stavningen, eller lägg till dokumentet.", en: "Check the spelling, or add the document.")
      : .didYouMean(near)
  }
}
