internal import Diagnostics
internal import Swedish

/// Row 13: words from the editor's list of slips, and doubled words, are reported and never changed.
enum SlipsStep {
  static func apply(to draft: inout Draft, slips: SlipList) {
    for index in draft.lines.indices {
      let line = draft.lines[index]
      if line.isBlank || line.isCode { continue }
      for finding in slips.findings(in: line.bytes) {
        draft.log(.slips, .warned, line: line.number)
        draft.diagnostics.append(
          Diagnostic(
            .suspectedSlip, draft.range(index, from: finding.range.lowerBound, to: finding.range.upperBound),
            finding.right.map { right in
              Message(
                sv: "”\(finding.written)” kan vara en felskrivning för ”\(right)”.",
                en: "“\(finding.written)” may be a slip for “\(right)”.")
            }
              ?? Message(
                sv: "”\(finding.written)” står två gånger i rad.", en: "“\(finding.written)” stands twice in a row."),
            help: Message(
              sv: "Rätta i dokumentet om det är fel; texten visas som den är skriven.",
              en: "Correct the document if it is wrong; the text is shown as it is written.")))
      }
    }
  }
}

/// Words that are often written wrong, from the editor's register; compared without case, whole words only, dots kept.
public struct SlipList: Sendable {
  struct Finding {
    /// Byte offsets in the line.
    var range: Range<Int>
    var written: String
    /// nil for a doubled word.
    var right: String?
  }

  /// By the hash of the entry's first word.
  private var entries: [UInt64: [(words: [[UInt8]], right: String)]] = [:]

  init(_ slips: [(wrong: String, right: String)]) {
    for slip in slips {
      let words = slip.wrong.lowercased().split { !$0.isLetter && !$0.isNumber }.map { Array($0.utf8) }
      guard let first = words.first else { continue }
      entries[Self.hash(first[...]), default: []].append((words, slip.right))
    }
  }

  func findings(in line: ArraySlice<UInt8>) -> [Finding] {
    var findings: [Finding] = []
    var words: [(range: Range<Int>, hash: UInt64)] = []
    let base = line.startIndex
    var index = base
    while index < line.endIndex {
      guard isWord(line[index]) else {
        index += 1
        continue
      }
      let start = index
      var hash = Self.seed
      while index < line.endIndex, isWord(line[index]) {
        hash = Self.step(hash, line[index], after: index > start ? line[index - 1] : 0)
        index += 1
      }
      words.append((start..<index, hash))
    }
    for (position, word) in words.enumerated() {
      if position > 0, words[position - 1].hash == word.hash, isDoubled(line, words[position - 1].range, word.range) {
        findings.append(
          Finding(
            range: (words[position - 1].range.lowerBound - base)..<(word.range.upperBound - base),
            written: line[word.range].string, right: nil))
      }
      if position > 2, words[position - 2].hash == word.hash, words[position - 3].hash == words[position - 1].hash,
        words[position - 3].hash != words[position - 2].hash,
        isDoubled(
          line, words[position - 3].range.lowerBound..<words[position - 2].range.upperBound,
          words[position - 1].range.lowerBound..<word.range.upperBound)
      {
        let range = words[position - 1].range.lowerBound..<word.range.upperBound
        findings.append(
          Finding(
            range: (words[position - 3].range.lowerBound - base)..<(range.upperBound - base),
            written: line[range].string, right: nil))
      }
      guard let candidates = entries[word.hash] else { continue }
      for entry in candidates where position + entry.words.count <= words.count {
        let matches = entry.words.indices.allSatisfy { offset in
          line[words[position + offset].range].string.lowercased().utf8.elementsEqual(entry.words[offset])
        }
        guard matches else { continue }
        let range = word.range.lowerBound..<words[position + entry.words.count - 1].range.upperBound
        findings.append(
          Finding(
            range: (range.lowerBound - base)..<(range.upperBound - base), written: line[range].string,
            right: entry.right))
      }
    }
    return findings
  }

  /// Two equal words, or pairs of words, with nothing but space between.
  private func isDoubled(_ line: ArraySlice<UInt8>, _ first: Range<Int>, _ second: Range<Int>) -> Bool {
    first.count >= 2 && !line[first].contains { $0.isDigit }
      && line[first.upperBound..<second.lowerBound].allSatisfy { $0 == 0x20 }
      && line[first].string.lowercased() == line[second].string.lowercased()
  }

  private func isWord(_ byte: UInt8) -> Bool { byte.isLetter && byte != 0xE2 && byte != 0x80 || byte.isDigit }

  private static let seed: UInt64 = 0xCBF2_9CE4_8422_2325

  /// FNV-1a over bytes in lower case; å ä ö in upper case differ from lower in the second byte's bit 5.
  private static func step(_ hash: UInt64, _ byte: UInt8, after previous: UInt8) -> UInt64 {
    let isUpper = (0x41...0x5A).contains(byte) || previous == 0xC3 && (0x80...0x9E).contains(byte)
    return (hash ^ UInt64(isUpper ? byte | 0x20 : byte)) &* 0x100_0000_01B3
  }

  private static func hash(_ word: ArraySlice<UInt8>) -> UInt64 {
    var hash = seed
    for index in word.indices { hash = step(hash, word[index], after: index > word.startIndex ? word[index - 1] : 0) }
    return hash
  }
}
