internal import Diagnostics
internal import HTML
internal import Swedish

/// One file → one document; the same bytes and rules give the same document.
public enum DocumentReader {
  /// Larger files are refused: no routine is a megabyte of text.
  public static let sizeLimit = 1 << 20

  public static func read(_ bytes: [UInt8], file: String, rules: ReadingRules = ReadingRules()) -> Document {
    readWithText(bytes, file: file, rules: rules).document
  }

  /// The document and its repaired lines.
  static func readWithText(_ bytes: [UInt8], file: String, rules: ReadingRules) -> (document: Document, text: Draft) {
    guard bytes.count <= sizeLimit else { return refused(tooLarge(file), file: file) }
    let (text, encodingFaults) = Decoding.text(bytes, file: file)
    var reading = FactReading()
    var front = FrontMatter()
    var draft = Decoding.draft(of: text, file: file)
    draft.diagnostics = encodingFaults
    if rules.isOn(.frontMatter), let cut = FrontMatterCut(draft) {
      let (read, faults) = FrontMatter.read(cut.yaml, file: file, firstLine: cut.firstLine, into: &reading)
      front = read
      draft.diagnostics += faults
      cut.apply(to: &draft)
    }
    if let fault = TextLimits.fault(in: draft) { return refused(fault, file: file) }
    reading = repair(&draft, reading, rules)
    let named = rules.isOn(.titleLines) ? TitleLinesStep.apply(to: &draft, &reading, title: front.title) : nil
    let title = Title(in: &draft, named, front, reading.facts)
    repairBody(&draft, rules)
    var body = BodyReader(source: BodySource(draft), rules: rules)
    body.read()
    draft.repairs += body.repairs
    draft.finishLog()
    let facts = reading.facts.completed()
    var document = Document(
      file: file, title: title.text, titleSource: title.source, titleLine: title.line,
      kind: facts.kind.value.flatMap { DocumentKind(named: $0) }, facts: facts, frontMatter: front,
      validity: facts.declaredValidity(limitInYears: min(facts.limitInYears ?? rules.limitInYears, rules.limitInYears)),
      body: Body(), sections: body.sections,
      roles: body.roles,
      checklists: body.checklists, references: body.references, contacts: body.contacts, components: body.components,
      suggestedDuties: front.followUps.isEmpty ? body.suggestedDuties : [], repairs: draft.repairs,
      diagnostics: draft.diagnostics + reading.diagnostics + body.diagnostics)
    document.diagnostics += DocumentChecks.diagnostics(of: document, places: reading.places)
    document.body = body.body()
    return (document, draft)
  }

  /// The steps that must come before the title is looked for.
  private static func repair(_ draft: inout Draft, _ reading: FactReading, _ rules: ReadingRules) -> FactReading {
    if rules.isOn(.characters) { CharactersStep.apply(to: &draft) }
    if rules.isOn(.pageMarks) { PageMarksStep.apply(to: &draft) }
    if rules.isOn(.contentsList) { ContentsListStep.apply(to: &draft) }
    let reading = rules.isOn(.headerFacts) ? HeaderFactsStep.apply(to: &draft, rules: rules, knowing: reading) : reading
    if rules.isOn(.hyphenation) { HyphenationStep.apply(to: &draft) }
    return reading
  }

  private static func repairBody(_ draft: inout Draft, _ rules: ReadingRules) {
    if rules.isOn(.wrappedLines) { WrappedLinesStep.apply(to: &draft) }
    if rules.isOn(.leadIns) { LeadInsStep.apply(to: &draft, rules: rules) }
    if rules.isOn(.nestedItems) { NestedItemsStep.apply(to: &draft) }
    if rules.isOn(.numbering) { NumberingStep.apply(to: &draft) }
    if rules.isOn(.headings) { HeadingsStep.apply(to: &draft) }
    if rules.isOn(.slips) { SlipsStep.apply(to: &draft, slips: rules.slips) }
    if rules.isOn(.abruptEnd) { AbruptEndStep.apply(to: &draft) }
  }

  private static func tooLarge(_ file: String) -> Diagnostic {
    Diagnostic(
      .fileTooLarge, SourceRange(file: file),
      Message(sv: "Filen är större än 1 MB och läses inte.", en: "The file is larger than 1 MB and is not read."),
      help: Message(
        sv: "Dela upp dokumentet, och lägg bilder i `content/files/`.",
        en: "Split the document, and put images in `content/files/`."))
  }

  private static func refused(_ diagnostic: Diagnostic, file: String) -> (document: Document, text: Draft) {
    var (document, text) = readWithText([], file: file, rules: ReadingRules())
    document.diagnostics = [diagnostic]
    return (document, text)
  }
}

extension Body {
  init() { self.init(.init(), slots: []) }
}
