internal import Swedish

/// Finds the row of headings, and by it the kind and the separator.
struct HeaderFinder {
  /// How many rows may stand above the headings.
  static let titleRows = 60

  let file: String
  let rules: ExportRules
  private let named: ExportKind?
  private let isForced: Bool
  private(set) var best: (match: HeadingMatch, row: Int)?

  init(file: String, rules: ExportRules) {
    self.file = file
    self.rules = rules
    named = ExportKind.named(file, rules: rules)
    let name = Folding.key(file.split(separator: "/").last ?? "")
    isForced = rules.namePrefixes.values.joined().contains {
      !Folding.key($0).isEmpty && name.hasPrefix(Folding.key($0))
    }
  }

  /// Looks at one row; true when it is better than those before.
  mutating func look(at header: [String], row: Int) -> Bool {
    guard header.count > 1 else { return false }
    let kinds = isForced ? [named].compactMap { $0 } : ExportKind.allCases
    var isBetter = false
    for kind in kinds {
      let match = HeadingMatch(kind, header: header, rules: rules)
      guard match.found > 0 else { continue }
      if let best, !precedes(match, best.match) { continue }
      best = (match, row)
      isBetter = true
    }
    return isBetter
  }

  private func precedes(_ left: HeadingMatch, _ right: HeadingMatch) -> Bool {
    if left.isComplete != right.isComplete { return left.isComplete }
    if (left.kind == named) != (right.kind == named) { return left.kind == named }
    return left.found > right.found
  }
}

/// What was found of headings at the beginning of a text file.
struct HeaderSearch {
  /// The best row of headings, complete or not.
  var place: HeaderPlace?
  /// Whether any separator gives more than one column.
  var hasColumns = false
  /// What stopped the search whichever separator was tried; its line is that of the file.
  var fault: QuoteFault?
}

/// The headings of a text file and where they stand.
struct HeaderPlace {
  var match: HeadingMatch
  var separator: UInt8
  /// Where the row after the headings begins in the bytes that were looked at, and its line from 1.
  var dataOffset: Int
  var dataLine: Int
}

extension HeaderFinder {
  /// Tries each separator on UTF-8 text that begins the file.
  mutating func find(in text: [UInt8], isWhole: Bool) -> HeaderSearch {
    var search = HeaderSearch()
    var faults: [QuoteFault] = []
    let (declared, skip) = Self.declaredSeparator(text)
    let separators =
      declared.map { [$0] } ?? [UInt8(ascii: ";"), UInt8(ascii: "\t"), UInt8(ascii: ","), UInt8(ascii: "|")]
    let padded = text + [0x0A] + [UInt8](repeating: 0, count: Cell.padding)
    padded.withUnsafeBufferPointer { buffer in
      guard let base = buffer.baseAddress else { return }
      let end = base + text.count
      for separator in separators {
        var scanner = RowScanner(separator: separator, capacity: 1024)
        var p = base + skip
        var line = skip == 0 ? 1 : 2
        var rows = 0
        while p < end, rows < Self.titleRows {
          let next = min(scanner.scan(from: p, to: end), end)
          if let fault = scanner.fault { faults.append(fault.below(line)) }
          if scanner.fault != nil || next == end && !isWhole { break }
          line += scanner.lineCount
          let count = min(scanner.count, 1024)
          let cells = (0..<count).map { scanner.cells[$0] }
          if cells.contains(where: { !$0.trimmed.isEmpty }) {
            rows += 1
            search.hasColumns = search.hasColumns || count > 1
            if look(at: cells.map { $0.count < 200 ? $0.trimmed.text : "" }, row: rows), var match = best?.match {
              match.width = scanner.count
              search.place = HeaderPlace(match: match, separator: separator, dataOffset: next - base, dataLine: line)
            }
          }
          p = next
          // Rows below complete headings are data.
          if best?.match.isComplete == true { return }
        }
      }
    }
    // With a wrong separator, a good cell may look as if text followed its end.
    if faults.count == separators.count { search.fault = faults.first }
    return search
  }

  /// `sep=;` on the first line, as Excel writes and reads it.
  private static func declaredSeparator(_ text: [UInt8]) -> (UInt8?, skip: Int) {
    let line = text.prefix(8).prefix { $0 != 0x0A && $0 != 0x0D }
    var content = Array(line.filter { $0 != UInt8(ascii: "\"") })
    guard content.count >= 5, content[0..<4].map({ $0 | 0x20 }).elementsEqual("sep=".utf8.map { $0 | 0x20 })
    else { return (nil, 0) }
    content.removeFirst(4)
    var skip = line.count
    if skip < text.count, text[skip] == 0x0D { skip += 1 }
    if skip < text.count, text[skip] == 0x0A { skip += 1 }
    return (content[0], skip)
  }
}
