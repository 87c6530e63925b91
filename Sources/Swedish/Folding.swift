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

  /// `words` as bytes.
  public static func wordBytes(_ text: String) -> [UInt8] {
    text.utf8.withContiguousStorageIfAvailable { fold($0, separator: UInt8(ascii: " ")) }
      ?? words(utf8: ArraySlice(text.utf8))
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
      var gap = false
      var index = 0
      while index < bytes.count {
        let byte = bytes[index]
        var folded = ascii(byte)
        var width = 1
        if byte >= 0x80 {
          folded = byte == 0xC3 && index + 1 < bytes.count ? latin(bytes[index + 1]) : 0
          width = 2
          if folded == 0 {
            let (letters, bytesRead) = other(bytes[index...])
            index += bytesRead
            guard let letters else {
              gap = true
              continue
            }
            if gap, !letters.isEmpty { write(separator, to: out, &count) }
            gap = gap && letters.isEmpty
            for letter in letters.utf8 { write(letter, to: out, &count) }
            continue
          }
        }
        index += width
        if folded == 0 {
          gap = true
          continue
        }
        if gap {
          write(count > 0 ? separator : nil, to: out, &count)
          gap = false
        }
        out[count] = folded
        count += 1
      }
    }
  }

  private static func write(_ byte: UInt8?, to out: UnsafeMutableBufferPointer<UInt8>, _ count: inout Int) {
    guard let byte else { return }
    out[count] = byte
    count += 1
  }

  /// The folded letter or digit; 0 for a separator and for what is not ASCII.
  private static func ascii(_ byte: UInt8) -> UInt8 {
    let lower = byte | 0x20
    if byte < 0x80, lower &- 0x61 < 26 { return lower }
    return byte &- 0x30 < 10 ? byte : 0
  }

  /// U+00C0–U+00FF by their second byte; 0 for what is no single letter.
  private static func latin(_ byte: UInt8) -> UInt8 {
    let letters: StaticString = "aaaaaa\0ceeeeiiii\0nooooo\0ouuuuy\0\0"
    let letter = byte & 0x1F
    return byte == 0xBF ? UInt8(ascii: "y") : letters.utf8Start[Int(letter)]
  }

  /// What becomes of any other character: nil for a separator, nothing for a combining mark.
  private static func other(_ rest: Slice<UnsafeBufferPointer<UInt8>>) -> (String?, width: Int) {
    var iterator = rest.makeIterator()
    var decoder = UTF8()
    guard case .scalarValue(let scalar) = decoder.decode(&iterator) else { return (nil, 1) }
    let width = UTF8.width(scalar)
    switch scalar {
    case "\u{300}"..."\u{36F}", "\u{AD}": return ("", width)
    case "Æ", "æ": return ("ae", width)
    case "ß": return ("ss", width)
    default:
      let isWord = scalar.properties.isAlphabetic || scalar.properties.numericType != nil
      return (isWord ? scalar.properties.lowercaseMapping : nil, width)
    }
  }
}
