/// Reads backwards from a run of digits to the beginning of the number that it may end.
struct CandidateReader {
  let bytes: UnsafeBufferPointer<UInt8>

  func candidate(endingWith run: Range<Int>) -> Candidate? {
    switch run.count {
    case 10, 12: solid(run)
    case 6: parted(run)
    case 4: separated(run)
    default: nil
    }
  }

  private func digits(_ range: Range<Int>) -> [UInt8] { range.map { bytes[$0] &- 0x30 } }

  /// `8503121234`, `198503121234`.
  private func solid(_ run: Range<Int>) -> Candidate {
    let split = run.upperBound - 4
    return Candidate(
      date: digits(run.lowerBound..<split), tail: digits(split..<run.upperBound), range: run, spelling: .plain)
  }

  /// `850312-1234`, `19850312 1234`, `1985-03-12-1234`.
  private func separated(_ run: Range<Int>) -> Candidate? {
    guard let gap = gap(before: run.lowerBound), let last = runBefore(gap.start) else { return nil }
    switch last.count {
    case 6, 8:
      return Candidate(
        date: digits(last), tail: digits(run), range: last.lowerBound..<run.upperBound,
        spelling: gap.spelling)
    case 2:
      guard var candidate = parted(last.lowerBound..<run.upperBound) else { return nil }
      candidate.tail = digits(run)
      candidate.spelling = gap.spelling
      candidate.mayBeDate = !gap.isTight
      return candidate
    default: return nil
    }
  }

  /// A date in parts, the last of which begins the range: `1985-03-12…`, `85 03 12…`; the same sign between all parts.
  private func parted(_ range: Range<Int>) -> Candidate? {
    let day = range.lowerBound..<(range.lowerBound + 2)
    guard let first = sign(before: day.lowerBound), let month = runBefore(day.lowerBound - first.count),
      month.count == 2, let second = sign(before: month.lowerBound), second == first,
      let year = runBefore(month.lowerBound - second.count), year.count == 2 || year.count == 4
    else { return nil }
    return Candidate(
      date: digits(year) + digits(month) + digits(day), tail: digits((range.upperBound - 4)..<range.upperBound),
      range: year.lowerBound..<range.upperBound, spelling: .plain)
  }

  /// The digits that end at a place.
  private func runBefore(_ end: Int) -> Range<Int>? {
    var start = end
    while start > 0, bytes[start - 1] &- 0x30 < 10, end - start < 16 { start -= 1 }
    return start < end ? start..<end : nil
  }

  /// One sign between the parts of a date.
  private func sign(before end: Int) -> [UInt8]? {
    guard end > 0 else { return nil }
    switch bytes[end - 1] {
    case UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "/"), UInt8(ascii: " "): return [bytes[end - 1]]
    case 0x80...: return Self.wideSigns.first { ends(at: end, with: $0) }
    default: return nil
    }
  }

  // MARK: The gap before the last four

  private struct Gap {
    var start: Int
    var spelling: Spelling
    /// Nothing but a hyphen.
    var isTight: Bool
  }

  /// What may stand there: one hyphen, plus, dot or slash at most, with blanks, tags and marks of emphasis around it.
  private func gap(before end: Int) -> Gap? {
    var start = end
    var hyphens = 0
    var dots = 0
    var hasBreak = false
    while start > 0, end - start < 64 {
      let byte = bytes[start - 1]
      if byte &- 0x30 < 10 { break }
      switch byte {
      case UInt8(ascii: "-"), UInt8(ascii: "+"):
        hyphens += 1
        start -= 1
      case UInt8(ascii: "."), UInt8(ascii: "/"):
        dots += 1
        start -= 1
      case UInt8(ascii: "\n"):
        hasBreak = true
        start -= 1
      case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\r"), UInt8(ascii: "*"), UInt8(ascii: "_"),
        UInt8(ascii: "\\"):
        start -= 1
      case UInt8(ascii: ">"):
        guard let tag = tag(endingAt: start) else { return nil }
        start = tag
      case UInt8(ascii: ";"), 0x80...:
        if let mark = Self.hyphens.first(where: { ends(at: start, with: $0) }) {
          hyphens += 1
          start -= mark.count
        } else if let mark = Self.blanks.first(where: { ends(at: start, with: $0) }) {
          start -= mark.count
        } else {
          return nil
        }
      default: return nil
      }
    }
    guard start < end, hyphens + dots <= 1, !hasBreak || hyphens == 1 else { return nil }
    return Gap(start: start, spelling: hyphens == 1 ? .hyphenated : .plain, isTight: hyphens == 1 && end - start <= 3)
  }

  /// Where a short tag begins that ends here.
  private func tag(endingAt end: Int) -> Int? {
    guard bytes[end - 1] == UInt8(ascii: ">") else { return nil }
    var start = end - 1
    while start > 0, end - start < 24 {
      start -= 1
      if bytes[start] == UInt8(ascii: "<") { return start }
      if bytes[start] == UInt8(ascii: ">") { return nil }
    }
    return nil
  }

  private func ends(at end: Int, with mark: [UInt8]) -> Bool {
    guard mark.count <= end else { return false }
    for (index, byte) in mark.enumerated() where bytes[end - mark.count + index] != byte { return false }
    return true
  }

  /// No-break, thin and narrow no-break spaces, hyphens and dashes.
  private static let wideBlanks = ["\u{A0}", "\u{2007}", "\u{2009}", "\u{202F}"].map { Array($0.utf8) }
  private static let wideHyphens = ["\u{2010}", "\u{2011}", "\u{2012}", "\u{2013}", "\u{2014}", "\u{2212}", "\u{FE63}"]
    .map { Array($0.utf8) }
  private static let wideSigns = wideBlanks + wideHyphens
  private static let hyphens =
    ["&ndash;", "&minus;", "&#45;", "&#43;", "&#8211;", "&#8209;", "&#8208;", "&#x2011;", "&#x2013;"]
    .map { Array($0.utf8) } + wideHyphens
  private static let blanks =
    ["&nbsp;", "&#160;", "&#xa0;", "&#xA0;", "&shy;", "\u{AD}", "\u{200B}"].map { Array($0.utf8) } + wideBlanks
}
