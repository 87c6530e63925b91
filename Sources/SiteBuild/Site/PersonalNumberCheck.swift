internal import Diagnostics
internal import Handbook
internal import PersonalNumbers

/// Nothing that looks like a personal number in sources or site, but for lines that somebody has reviewed.
struct PersonalNumberCheck {
  let scanner: PersonalNumberScanner
  let jobs: Int

  /// What was found in the sources, and the numbers that reviewed lines hold.
  func check(
    _ sources: [SiteSources.File], exceptions: [Registers.NumberException]
  ) -> (diagnostics: [Diagnostic], reviewed: Set<UInt64>) {
    let found = orderedMap(sources, jobs: jobs) { file in places(in: file.bytes, of: file.path) }
    var used: Set<Registers.NumberException> = []
    var reviewed: Set<UInt64> = []
    var diagnostics: [Diagnostic] = []
    let byFile = Dictionary(grouping: exceptions, by: \.file)
    for place in found.joined() {
      let review = byFile[place.range.file]?.first { $0.line == place.range.line }
      if let review, !place.isInName {
        used.insert(review)
        reviewed.insert(place.number.digits)
      } else {
        diagnostics.append(place.isInName ? .inName(place.range, place.number) : .inSource(place.range, place.number))
      }
    }
    return (diagnostics + exceptions.filter { !used.contains($0) }.map { .unused($0) }, reviewed)
  }

  /// What a file of the site would publish beyond what was reviewed in the sources.
  func check(_ file: SiteFile, reviewed: Set<UInt64>) -> [Diagnostic] {
    places(in: file.bytes, of: file.path).filter { !reviewed.contains($0.number.digits) }
      .map { Diagnostic.inSite($0.range, $0.number) }
  }

  private struct Place: Sendable {
    var range: SourceRange
    var number: PersonalNumber
    var isInName = false
  }

  private func places(in bytes: [UInt8], of path: String) -> [Place] {
    let inText = scanner.numbers(in: bytes).map { number in
      Place(range: SourceRange(file: path, bytes: bytes, number.range), number: number)
    }
    let inName = scanner.numbers(in: Array(path.utf8)).map {
      Place(range: SourceRange(file: path), number: $0, isInName: true)
    }
    return inName + inText
  }
}

extension SourceRange {
  /// The lines and columns of a range of bytes.
  fileprivate init(file: String, bytes: [UInt8], _ range: Range<Int>) {
    func place(_ offset: Int) -> (line: Int, column: Int) {
      let line = bytes[..<offset].count { $0 == 0x0A }
      let start = (bytes[..<offset].lastIndex(of: 0x0A) ?? -1) + 1
      return (line + 1, bytes[start..<offset].count { $0 & 0xC0 != 0x80 } + 1)
    }
    let (start, end) = (place(range.lowerBound), place(range.upperBound))
    self.init(file: file, line: start.line, column: start.column, endLine: end.line, endColumn: end.column)
  }
}

extension PersonalNumber {
  fileprivate var name: Message {
    isCoordination
      ? Message(sv: "samordningsnummer", en: "coordination number") : Message(sv: "personnummer", en: "personal number")
  }
}

extension Diagnostic {
  fileprivate static func inSource(_ range: SourceRange, _ number: PersonalNumber) -> Diagnostic {
    Diagnostic(
      .personalNumber, range,
      Message(
        sv: "Här står något som ser ut som ett \(number.name.swedish).",
        en: "Something here looks like a \(number.name.english)."),
      help: Message(
        sv:
          "Ta bort det. Är det ett telefonnummer, skriv det som 070-123 45 67. Är det något annat, skriv in raden med fil, rad och skäl under `inga personnummer` i `registers/undantag.yaml`.",
        en:
          "Remove it. If it is a telephone number, write it like 070-123 45 67. If it is something else, put the line with file, line and reason under `inga personnummer` in `registers/undantag.yaml`."
      ))
  }

  fileprivate static func inName(_ range: SourceRange, _ number: PersonalNumber) -> Diagnostic {
    Diagnostic(
      .personalNumber, range,
      Message(
        sv: "Filens namn innehåller något som ser ut som ett \(number.name.swedish).",
        en: "The file's name holds something that looks like a \(number.name.english)."),
      help: Message(sv: "Byt namn på filen.", en: "Rename the file."))
  }

  fileprivate static func inSite(_ range: SourceRange, _ number: PersonalNumber) -> Diagnostic {
    let isEarlier = range.file.hasPrefix("utgavor/")
    return Diagnostic(
      .personalNumber, range,
      Message(
        sv:
          "Webbplatsen skulle få något som ser ut som ett \(number.name.swedish), fast det inte står så i någon källa.",
        en: "The site would get something that looks like a \(number.name.english), though no source has it so."),
      help: isEarlier
        ? Message(
          sv:
            "Siffrorna står i en tidigare utgåva, i git-historiken. Lägg dokumentets tidigare utgåvor utan dem i `editions/`, i en mapp med dokumentets id: då används de i stället.",
          en:
            "The digits stand in an earlier edition, in the git history. Put the document's earlier editions without them in `editions/`, in a folder named by the document's id: those are then used instead."
        )
        : Message(
          sv: "Sök upp siffrorna i källan till sidan, eller i temat, och skriv dem på annat sätt.",
          en: "Find the digits in the page's source, or in the theme, and write them otherwise."))
  }

  fileprivate static func unused(_ exception: Registers.NumberException) -> Diagnostic {
    Diagnostic(
      .unusedException, exception.range,
      Message(
        sv: "På rad \(exception.line) i \(exception.file) står inget som ser ut som ett personnummer.",
        en: "There is nothing that looks like a personal number on line \(exception.line) of \(exception.file)."),
      help: Message(
        sv: "Rätta fil eller rad, eller ta bort undantaget.", en: "Correct file or line, or remove the exception."))
  }

  /// The same fault without the digits of personal numbers that it would repeat from the source.
  func masked(by scanner: PersonalNumberScanner) -> Diagnostic {
    func masked(_ message: Message) -> Message {
      Message(sv: scanner.masked(message.swedish), en: scanner.masked(message.english))
    }
    var fault = self
    fault.range.file = scanner.masked(range.file)
    fault.message = masked(message)
    fault.help = help.map(masked)
    fault.related = related.map { other in
      var other = other
      other.range.file = scanner.masked(other.range.file)
      other.message = masked(other.message)
      return other
    }
    return fault
  }
}
