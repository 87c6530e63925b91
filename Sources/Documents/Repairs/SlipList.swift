/// Words that are often written wrong, from the editor's register; compared without case, whole words only.
public struct SlipList: Sendable {
  struct Finding {
    /// Bytes of the buffer.
    var range: Range<Int>
    /// The slip, or what stands twice.
    var written: Range<Int>
    /// nil for words that stand twice.
    var right: String?
  }

  private struct Entry {
    var words: [[UInt8]]
    var right: String
  }

  /// By the first word's first byte and length.
  private var entries: [Int: [Entry]] = [:]
  /// For each first byte, a bit for each length that a first word has.
  private var lengths: [UInt64] = Array(repeating: 0, count: 256)

  init(_ slips: [(wrong: String, right: String)]) {
    for slip in slips {
      let words = slip.wrong.lowercased().split { !$0.isLetter && !$0.isNumber }.map { Array($0.utf8) }
      guard let first = words.first, let initial = first.first else { continue }
      entries[Self.key(initial, first.count), default: []].append(Entry(words: words, right: slip.right))
      lengths[Int(initial)] |= 1 << UInt64(first.count & 63)
    }
  }

  private static func key(_ initial: UInt8, _ length: Int) -> Int { length << 8 | Int(initial) }

  /// In the order of the text.
  func findings(in buffer: [UInt8], _ range: Range<Int>) -> [Finding] {
    var findings: [Finding] = []
    /// The last four words, newest first.
    var recent = (0..<0, 0..<0, 0..<0, 0..<0)
    Self.forEachWord(of: buffer, range) { word in
      recent = (word, recent.0, recent.1, recent.2)
      if let (range, written) = Self.doubled(recent, in: buffer) {
        findings.append(Finding(range: range, written: written))
      }
      // A letter beyond ASCII has the same first byte in either case.
      let initial = Self.lower(buffer[word.lowerBound], after: 0)
      if lengths[Int(initial)] >> UInt64(word.count & 63) & 1 == 1 {
        findings += slips(at: word, initial, in: buffer, to: range.upperBound)
      }
    }
    return findings
  }

  private static func forEachWord(of buffer: [UInt8], _ range: Range<Int>, _ body: (Range<Int>) -> Void) {
    buffer.withUnsafeBufferPointer { buffer in
      separatorWidths.withUnsafeBufferPointer { widths in
        var index = range.lowerBound
        while index < range.upperBound {
          let width = widths[Int(buffer[index])]
          index += Int(width)
          if width > 0 { continue }
          let start = index
          repeat { index += 1 } while index < range.upperBound && widths[Int(buffer[index])] == 0
          body(start..<index)
        }
      }
    }
  }

  private func slips(at word: Range<Int>, _ initial: UInt8, in buffer: [UInt8], to end: Int) -> [Finding] {
    (entries[Self.key(initial, word.count)] ?? []).compactMap { entry in
      var index = word.lowerBound
      for (number, wanted) in entry.words.enumerated() {
        if number > 0 {
          let gap = index
          while index < end, !buffer[index].isWord { index += buffer[index].separatorWidth }
          if index == gap { return nil }
        }
        let stop = index + wanted.count
        guard stop <= end, Self.equals(buffer[index..<stop], wanted), stop == end || !buffer[stop].isWord else {
          return nil
        }
        index = stop
      }
      return Finding(range: word.lowerBound..<index, written: word.lowerBound..<index, right: entry.right)
    }
  }

  /// The newest word equals the one before it, or the newest two the two before them.
  private static func doubled(
    _ recent: (Range<Int>, Range<Int>, Range<Int>, Range<Int>), in buffer: [UInt8]
  ) -> (range: Range<Int>, written: Range<Int>)? {
    if recent.0.count == recent.1.count, isTwice(recent.1, recent.0, in: buffer) {
      return (recent.1.lowerBound..<recent.0.upperBound, recent.0)
    }
    guard recent.3.count == recent.1.count, recent.2.count == recent.0.count, recent.1.count > 0,
      recent.1.count != recent.0.count || !equal(recent.1, recent.0, in: buffer),
      isTwice(recent.3.lowerBound..<recent.2.upperBound, recent.1.lowerBound..<recent.0.upperBound, in: buffer)
    else { return nil }
    return (recent.3.lowerBound..<recent.0.upperBound, recent.1.lowerBound..<recent.0.upperBound)
  }

  /// Two equal words, or pairs of words, with nothing but spaces between, and no number.
  private static func isTwice(_ first: Range<Int>, _ second: Range<Int>, in buffer: [UInt8]) -> Bool {
    first.count >= 2 && first.count == second.count
      && (buffer[first.lowerBound] ^ buffer[second.lowerBound]) & ~0x20 == 0 && equal(first, second, in: buffer)
      && buffer[first.upperBound..<second.lowerBound].allSatisfy { $0 == 0x20 }
      && !buffer[first].contains { $0.isDigit }
  }

  private static func equal(_ first: Range<Int>, _ second: Range<Int>, in buffer: [UInt8]) -> Bool {
    equals(buffer[first], buffer[second])
  }

  private static func equals(_ left: ArraySlice<UInt8>, _ right: some Collection<UInt8>) -> Bool {
    var (lastLeft, lastRight): (UInt8, UInt8) = (0, 0)
    return left.count == right.count
      && zip(left, right).allSatisfy { left, right in
        defer { (lastLeft, lastRight) = (left, right) }
        return left == right || lower(left, after: lastLeft) == lower(right, after: lastRight)
      }
  }

  /// ASCII and Å Ä Ö and their like, the second byte of which follows C3.
  private static func lower(_ byte: UInt8, after previous: UInt8) -> UInt8 {
    byte.isUppercaseASCII || previous == 0xC3 && (0x80...0x9E).contains(byte) ? byte | 0x20 : byte
  }
}

extension UInt8 {
  /// 0 within a word; at a separator, its bytes: quotes, dashes and symbols begin with E2, the signs of Latin 1 with C2.
  fileprivate var separatorWidth: Int { Int(separatorWidths[Int(self)]) }
  fileprivate var isWord: Bool { separatorWidth == 0 }
}

private let separatorWidths: [UInt8] = (0...255).map { byte in
  let byte = UInt8(byte)
  return byte == 0xE2 ? 3 : byte == 0xC2 ? 2 : byte.isDigit || byte.isLetter ? 0 : 1
}
