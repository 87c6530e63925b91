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
    var bytes: [UInt8]
    var isExact: Bool
    var name: Name
  }

  /// By the first byte in lower case; longest first.
  private var entries: [[Entry]] = Array(repeating: [], count: 256)

  public init(_ names: [Name]) {
    for name in names {
      let isExact = name.spelling.count <= 4
      let bytes = Array((isExact ? name.spelling : name.spelling.lowercased()).utf8)
      guard let first = bytes.first else { continue }
      entries[Int(Self.lower(first))].append(Entry(bytes: bytes, isExact: isExact, name: name))
    }
    for first in entries.indices { entries[first].sort { $0.bytes.count > $1.bytes.count } }
  }

  /// Whether any name begins with this byte.
  func mayBegin(with byte: UInt8) -> Bool { !entries[Int(Self.lower(byte))].isEmpty }

  /// The longest name at `index`, which must be the start of a word.
  func match(in text: [UInt8], at index: Int, end: Int) -> (name: Name, end: Int)? {
    for entry in entries[Int(Self.lower(text[index]))] {
      let stop = index + entry.bytes.count
      guard stop <= end else { continue }
      let part = text[index..<stop]
      let matches =
        entry.isExact
        ? part.elementsEqual(entry.bytes)
        : part.elementsEqual(entry.bytes) || part.string.lowercased().utf8.elementsEqual(entry.bytes)
      guard matches else { continue }
      var after = stop
      if after < end, text[after] == UInt8(ascii: "s") { after += 1 }
      if after < end,
        text[after].isLetter && text[after] != 0xE2 && text[after] != 0xC2 || after < end && text[after].isDigit
      {
        continue
      }
      return (entry.name, stop)
    }
    return nil
  }

  /// The name that a whole text is, whatever its case.
  func whole(_ text: String, kind: Kind) -> Name? {
    let lower = text.lowercased()
    guard let first = lower.utf8.first else { return nil }
    return entries[Int(first)].first { $0.name.kind == kind && $0.name.spelling.lowercased() == lower }?.name
  }

  private static func lower(_ byte: UInt8) -> UInt8 { (0x41...0x5A).contains(byte) ? byte | 0x20 : byte }
}
