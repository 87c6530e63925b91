/// The text of a cell as Office Open XML writes it.
enum CellText {
  /// Puts right what was appended to `bytes` from `start` on: `_x000D_` is one character, and space at the ends counts
  /// only where `xml:space` says so.
  static func finish(_ bytes: inout [UInt8], from start: Int, keepsSpace: Bool) {
    if !keepsSpace { trim(&bytes, from: start) }
    if bytes[start...].contains(UInt8(ascii: "_")) { unescape(&bytes, from: start) }
  }

  private static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09
  }

  static func trim(_ bytes: inout [UInt8], from start: Int) {
    while bytes.count > start, let last = bytes.last, isSpace(last) { bytes.removeLast() }
    if bytes.count > start, isSpace(bytes[start]) {
      let first = bytes[start...].firstIndex { !isSpace($0) } ?? bytes.count
      bytes.removeSubrange(start..<first)
    }
  }

  private static func unescape(_ bytes: inout [UInt8], from start: Int) {
    var out: [UInt8] = []
    var units: [UInt16] = []
    var index = start
    func flush() {
      if units.isEmpty { return }
      out += String(decoding: units, as: UTF16.self).utf8
      units.removeAll()
    }
    while index < bytes.count {
      if let unit = escapedUnit(bytes, at: index) {
        units.append(unit)
        index += 7
      } else {
        flush()
        out.append(bytes[index])
        index += 1
      }
    }
    flush()
    bytes.replaceSubrange(start..., with: out)
  }

  /// `_xHHHH_`.
  private static func escapedUnit(_ bytes: [UInt8], at index: Int) -> UInt16? {
    guard index + 7 <= bytes.count, bytes[index] == UInt8(ascii: "_"), bytes[index + 1] == UInt8(ascii: "x"),
      bytes[index + 6] == UInt8(ascii: "_")
    else { return nil }
    var unit: UInt16 = 0
    for byte in bytes[index + 2..<index + 6] {
      let digit: UInt8
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"): digit = byte - UInt8(ascii: "0")
      case UInt8(ascii: "A")...UInt8(ascii: "F"): digit = byte - UInt8(ascii: "A") + 10
      case UInt8(ascii: "a")...UInt8(ascii: "f"): digit = byte - UInt8(ascii: "a") + 10
      default: return nil
      }
      unit = unit << 4 | UInt16(digit)
    }
    return unit
  }
}
