/// The form in which names and keys are compared: lower case, å ä → a, ö → o, é → e, without accents.
public enum Folding {
  // Called for every title and id: a `String` goes to code that is made for it, also from other modules.
  public static func words(_ text: String) -> String { fold(text, separator: UInt8(ascii: " ")) }
  public static func key(_ text: String) -> String { fold(text, separator: nil) }
  public static func slug(_ text: String) -> String { fold(text, separator: UInt8(ascii: "-")) }

  /// Keeps letters and digits; every run of other characters becomes one space, none at the ends.
  public static func words(_ text: some StringProtocol) -> String {
    fold(text, separator: UInt8(ascii: " "))
  }

  /// Letters and digits only, as keys and column headings are compared.
  public static func key(_ text: some StringProtocol) -> String {
    fold(text, separator: nil)
  }

  /// The part of an address that a heading or title gives: `Vård & omsorg` → `vard-omsorg`.
  public static func slug(_ text: some StringProtocol) -> String {
    fold(text, separator: UInt8(ascii: "-"))
  }

  /// `words` of UTF-8 bytes, as bytes.
  public static func words(utf8 bytes: ArraySlice<UInt8>) -> [UInt8] {
    bytes.withUnsafeBufferPointer { fold($0, separator: UInt8(ascii: " ")) }
  }

  private static func fold(_ text: some StringProtocol, separator: UInt8?) -> String {
    let folded =
      text.utf8.withContiguousStorageIfAvailable { fold($0, separator: separator) }
      ?? Array(text.utf8).withUnsafeBufferPointer { fold($0, separator: separator) }
    return String(decoding: folded, as: UTF8.self)
  }

  private static func fold(_ bytes: UnsafeBufferPointer<UInt8>, separator: UInt8?) -> [UInt8] {
    [UInt8](unsafeUninitializedCapacity: 2 * bytes.count) { out, count in
      func put(_ byte: UInt8) {
        if gap, count > 0, let separator {
          out[count] = separator
          count += 1
        }
        gap = false
        out[count] = byte
        count += 1
      }
      var gap = false
      var index = 0
      while index < bytes.count {
        let byte = bytes[index]
        if byte < 0x80 {
          index += 1
          let folded = ascii(byte)
          if folded == 0 { gap = true } else { put(folded) }
          continue
        }
        let next = index + 1 < bytes.count ? bytes[index + 1] : 0
        let (letters, width) = byte == 0xC3 ? (latin(next), 2) : other(bytes[index...])
        index += width
        switch letters {
        case .separator: gap = true
        case .nothing: continue
        case .one(let byte): put(byte)
        case .two(let first, let second):
          put(first)
          put(second)
        case .text(let text): for byte in text.utf8 { put(byte) }
        }
      }
    }
  }

  /// What becomes of one character.
  private enum Letters {
    /// Between words.
    case separator
    /// Within a word: a combining mark, a soft hyphen.
    case nothing
    case one(UInt8)
    case two(UInt8, UInt8)
    case text(String)
  }

  /// 0 for a separator.
  private static func ascii(_ byte: UInt8) -> UInt8 {
    switch byte {
    case 0x30...0x39, 0x61...0x7A: byte
    case 0x41...0x5A: byte | 0x20
    default: 0
    }
  }

  /// U+00C0–U+00FF by their second byte.
  private static func latin(_ byte: UInt8) -> Letters {
    switch byte {
    case 0x80...0x85, 0xA0...0xA5: .one(UInt8(ascii: "a"))
    case 0x86, 0xA6: .two(UInt8(ascii: "a"), UInt8(ascii: "e"))
    case 0x87, 0xA7: .one(UInt8(ascii: "c"))
    case 0x88...0x8B, 0xA8...0xAB: .one(UInt8(ascii: "e"))
    case 0x8C...0x8F, 0xAC...0xAF: .one(UInt8(ascii: "i"))
    case 0x91, 0xB1: .one(UInt8(ascii: "n"))
    case 0x92...0x96, 0x98, 0xB2...0xB6, 0xB8: .one(UInt8(ascii: "o"))
    case 0x99...0x9C, 0xB9...0xBC: .one(UInt8(ascii: "u"))
    case 0x9D, 0xBD, 0xBF: .one(UInt8(ascii: "y"))
    case 0x9F: .two(UInt8(ascii: "s"), UInt8(ascii: "s"))
    case 0x90: .text("ð")
    case 0x9E: .text("þ")
    case 0xB0, 0xBE: .text(String(decoding: [0xC3, byte], as: UTF8.self))
    default: .separator
    }
  }

  private static func other(_ rest: Slice<UnsafeBufferPointer<UInt8>>) -> (Letters, width: Int) {
    var iterator = rest.makeIterator()
    var decoder = UTF8()
    guard case .scalarValue(let scalar) = decoder.decode(&iterator) else { return (.separator, 1) }
    let width = UTF8.width(scalar)
    if (0x300...0x36F).contains(scalar.value) || scalar.value == 0xAD { return (.nothing, width) }
    let isWord = scalar.properties.isAlphabetic || scalar.properties.numericType != nil
    return (isWord ? .text(scalar.properties.lowercaseMapping) : .separator, width)
  }
}
