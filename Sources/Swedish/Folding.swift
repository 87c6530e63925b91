/// The form in which names and keys are compared: lower case, å ä → a, ö → o, é → e, without accents.
public enum Folding {
  // Called for every title and id: a `String` goes to code that is made for it, also from other modules.
  public static func words(_ text: String) -> String { fold(text, separator: " ") }
  public static func key(_ text: String) -> String { fold(text, separator: nil) }
  public static func slug(_ text: String) -> String { fold(text, separator: "-") }

  /// Keeps letters and digits; every run of other characters becomes one space, none at the ends.
  public static func words(_ text: some StringProtocol) -> String {
    fold(text, separator: " ")
  }

  /// Letters and digits only, as keys and column headings are compared.
  public static func key(_ text: some StringProtocol) -> String {
    fold(text, separator: nil)
  }

  /// The part of an address that a heading or title gives: `Vård & omsorg` → `vard-omsorg`.
  public static func slug(_ text: some StringProtocol) -> String {
    fold(text, separator: "-")
  }

  private static func fold(_ text: some StringProtocol, separator: Unicode.Scalar?) -> String {
    var out: [UInt8] = []
    out.reserveCapacity(text.utf8.count)
    var gap = false
    for scalar in text.unicodeScalars {
      guard let letters = base(scalar) else {
        gap = gap || !isCombining(scalar)
        continue
      }
      if gap, !out.isEmpty, let separator { out.append(UInt8(ascii: separator)) }
      gap = false
      letters.append(to: &out)
    }
    return String(decoding: out, as: UTF8.self)
  }

  /// The folded letter or digit, nil for a separator.
  private static func base(_ scalar: Unicode.Scalar) -> Letters? {
    switch scalar.value {
    case 0x30...0x39, 0x61...0x7A: .ascii(UInt8(scalar.value))
    case 0x41...0x5A: .ascii(UInt8(scalar.value) + 32)
    case 0..<0x80: nil
    case 0xC0...0xC5, 0xE0...0xE5: .ascii(UInt8(ascii: "a"))
    case 0xC6, 0xE6: .pair(UInt8(ascii: "a"), UInt8(ascii: "e"))
    case 0xC7, 0xE7: .ascii(UInt8(ascii: "c"))
    case 0xC8...0xCB, 0xE8...0xEB: .ascii(UInt8(ascii: "e"))
    case 0xCC...0xCF, 0xEC...0xEF: .ascii(UInt8(ascii: "i"))
    case 0xD1, 0xF1: .ascii(UInt8(ascii: "n"))
    case 0xD2...0xD6, 0xD8, 0xF2...0xF6, 0xF8: .ascii(UInt8(ascii: "o"))
    case 0xD9...0xDC, 0xF9...0xFC: .ascii(UInt8(ascii: "u"))
    case 0xDD, 0xFD, 0xFF: .ascii(UInt8(ascii: "y"))
    case 0xDF: .pair(UInt8(ascii: "s"), UInt8(ascii: "s"))
    default:
      scalar.properties.isAlphabetic || scalar.properties.numericType != nil
        ? .other(scalar.properties.lowercaseMapping) : nil
    }
  }

  private static func isCombining(_ scalar: Unicode.Scalar) -> Bool {
    (0x300...0x36F).contains(scalar.value) || scalar.value == 0xAD
  }

  private enum Letters {
    case ascii(UInt8)
    case pair(UInt8, UInt8)
    case other(String)

    func append(to out: inout [UInt8]) {
      switch self {
      case .ascii(let byte): out.append(byte)
      case .pair(let first, let second):
        out.append(first)
        out.append(second)
      case .other(let text): out.append(contentsOf: text.utf8)
      }
    }
  }
}
