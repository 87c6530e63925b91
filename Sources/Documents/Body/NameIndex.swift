/// Finds the names of systems and links in running text.
///
/// Whole words, an added genitive s allowed; names of up to four characters as they are written, longer ones without regard to case.
public struct NameIndex: Sendable {
  public enum Kind: String, Sendable, Hashable {
    case system
    case link = "namedLink"
  }

  public struct Name: Sendable, Hashable {
    public var spelling: String
    public var kind: Kind
    /// The register's own name for it.
    public var name: String

    public init(_ spelling: String, kind: Kind, name: String) {
      self.spelling = spelling
      self.kind = kind
      self.name = name
    }
  }

  private struct Entry {
    /// In lower case, unless `isExact`.
    var bytes: [UInt8]
    var isExact: Bool
    /// Index in `names`.
    var name: Int
  }

  /// What a byte of running text may begin.
  enum Meaning: UInt8, Sendable {
    case letter, separator
    /// A name, a telephone number or a web address.
    case atWordStart
    /// An e-mail address, a quote, a link in brackets; all of them part words.
    case anywhere
  }

  private var names: [Name] = []
  /// A bit for each pair of bytes with which a name, a number or an address begins.
  private var pairs: [UInt64] = Array(repeating: 0, count: 1024)
  /// By the byte.
  private var meanings: [Meaning] = (0...255).map { UInt8($0).isLetter || UInt8($0).isDigit ? .letter : .separator }
  /// By the first byte in lower case; longest first.
  private var entries: [[Entry]] = Array(repeating: [], count: 256)

  public init(_ names: [Name]) {
    self.names = names
    for (index, name) in names.enumerated() {
      let isExact = name.spelling.unicodeScalars.count <= 4
      let bytes = isExact ? Array(name.spelling.utf8) : Self.lower(ArraySlice(name.spelling.utf8))
      guard let first = bytes.first else { continue }
      entries[Int(Self.lower(first, after: 0))].append(Entry(bytes: bytes, isExact: isExact, name: index))
    }
    for first in entries.indices where !entries[first].isEmpty {
      entries[first].sort { $0.bytes.count > $1.bytes.count }
      for entry in entries[first] { note(entry) }
    }
    for digit in UInt8(ascii: "1")...UInt8(ascii: "9") { note(UInt8(ascii: "0"), digit) }
    note(UInt8(ascii: "h"), UInt8(ascii: "t"))
    note(UInt8(ascii: "w"), UInt8(ascii: "w"))
    // ” “ ’ … and » « begin with E2 and C2.
    for byte in "@+[\"".utf8 + [0xE2, 0xC2] { meanings[Int(byte)] = .anywhere }
  }

  /// Notes how a name may begin, in capitals and not.
  private mutating func note(_ entry: Entry) {
    guard entry.bytes.count > 1 else { return }
    func both(_ byte: UInt8, after previous: UInt8) -> [UInt8] {
      entry.isExact || !byte.isASCIILetter && previous != 0xC3 ? [byte] : [byte, byte & 0xDF]
    }
    for first in both(entry.bytes[0], after: 0) {
      for second in both(entry.bytes[1], after: first) { note(first, second) }
    }
  }

  private mutating func note(_ first: UInt8, _ second: UInt8) {
    meanings[Int(first)] = .atWordStart
    let pair = Int(first) << 8 | Int(second)
    pairs[pair >> 6] |= 1 << UInt64(pair & 63)
  }

  /// The next place at which something worth linking may begin; `isWordStart` is told of `position`, and tells of the place.
  func nextPlace(in text: [UInt8], from position: Int, to end: Int, isWordStart: inout Bool) -> Int? {
    text.withUnsafeBufferPointer { text in
      meanings.withUnsafeBufferPointer { meanings in
        var position = position
        while position < end {
          let byte = text[position]
          switch meanings[Int(byte)] {
          case .letter: isWordStart = false
          case .separator: isWordStart = true
          case .anywhere: return position
          case .atWordStart:
            if isWordStart, position + 1 < end {
              let pair = Int(byte) << 8 | Int(text[position + 1])
              if pairs[pair >> 6] >> UInt64(pair & 63) & 1 == 1 { return position }
            }
            isWordStart = false
          }
          position += 1
        }
        return nil
      }
    }
  }

  /// The longest name at `index`, which must be the start of a word.
  func match(in text: [UInt8], at index: Int, end: Int) -> (name: Name, end: Int)? {
    for entry in entries[Int(Self.lower(text[index], after: 0))] {
      let stop = index + entry.bytes.count
      guard stop <= end, Self.equals(text, index, entry), Self.endsWord(in: text, at: stop, end: end) else { continue }
      return (names[entry.name], stop)
    }
    return nil
  }

  /// The name that a whole text is, whatever its case.
  func whole(_ text: ArraySlice<UInt8>, kind: Kind) -> Name? {
    guard let first = text.first else { return nil }
    let candidates = entries[Int(Self.lower(first, after: 0))].filter {
      names[$0.name].kind == kind && $0.bytes.count == text.count
    }
    if candidates.isEmpty { return nil }
    let lower = Self.lower(text)
    return candidates.first { Self.lower($0.bytes[...]) == lower }.map { names[$0.name] }
  }

  private static func equals(_ text: [UInt8], _ start: Int, _ entry: Entry) -> Bool {
    var previous: UInt8 = 0
    for (offset, wanted) in entry.bytes.enumerated() {
      let byte = text[start + offset]
      guard byte == wanted || !entry.isExact && lower(byte, after: previous) == wanted else { return false }
      previous = byte
    }
    return true
  }

  /// No letter or digit follows, but for a genitive s.
  private static func endsWord(in text: [UInt8], at stop: Int, end: Int) -> Bool {
    var after = stop
    if after < end, text[after] == UInt8(ascii: "s") { after += 1 }
    return after == end || !text[after].isDigit && (!text[after].isLetter || text[after] == 0xE2 || text[after] == 0xC2)
  }

  private static func lower(_ text: ArraySlice<UInt8>) -> [UInt8] {
    var previous: UInt8 = 0
    return text.map { byte in
      defer { previous = byte }
      return lower(byte, after: previous)
    }
  }

  /// ASCII and Å Ä Ö and their like, the second byte of which follows C3.
  private static func lower(_ byte: UInt8, after previous: UInt8) -> UInt8 {
    byte.isUppercaseASCII || previous == 0xC3 && (0x80...0x9E).contains(byte) ? byte | 0x20 : byte
  }
}
