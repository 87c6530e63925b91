/// Numbers as a person would write them: no exponent, no decimals on a whole number, nothing lost.
enum DecimalText {
  /// A number of at most 18 digits and nothing else.
  static func integer(_ bytes: some Collection<UInt8>) -> Int? {
    guard (1...18).contains(bytes.count) else { return nil }
    var value = 0
    for byte in bytes {
      guard byte >= UInt8(ascii: "0"), byte <= UInt8(ascii: "9") else { return nil }
      value = value * 10 + Int(byte - UInt8(ascii: "0"))
    }
    return value
  }

  /// The number that the bytes spell; nil when they spell none.
  static func number(_ bytes: ArraySlice<UInt8>) -> Double? {
    if let value = integer(bytes) { return Double(value) }
    // Longer than any number that a program writes, and no words such as "inf".
    guard bytes.count <= 64, bytes.allSatisfy({ $0 < UInt8(ascii: ":") || $0 | 0x20 == UInt8(ascii: "e") }),
      let value = Double(String(decoding: bytes, as: UTF8.self)), value.isFinite
    else { return nil }
    return value
  }

  /// Appends the number in the bytes; what is none stays as it is written.
  static func append(_ bytes: ArraySlice<UInt8>, to out: inout [UInt8]) {
    // All digits are kept of a whole number, also those that a floating-point number has no room for.
    let digits = bytes.first == UInt8(ascii: "-") ? bytes.dropFirst() : bytes
    if !digits.isEmpty, digits.allSatisfy({ $0 >= UInt8(ascii: "0") && $0 <= UInt8(ascii: "9") }) {
      out += bytes
    } else if let value = number(bytes) {
      append(value, to: &out)
    } else {
      out += bytes
    }
  }

  /// The shortest decimals that mean this number.
  private static func append(_ value: Double, to out: inout [UInt8]) {
    if value == 0 {
      out.append(UInt8(ascii: "0"))
      return
    }
    var text = Array(value.magnitude.description.utf8)
    if value < 0 { out.append(UInt8(ascii: "-")) }
    var exponent = 0
    if let mark = text.firstIndex(of: UInt8(ascii: "e")) {
      exponent = Int(String(decoding: text[(mark + 1)...], as: UTF8.self)) ?? 0
      text.removeSubrange(mark...)
    }
    let point = text.firstIndex(of: UInt8(ascii: ".")) ?? text.count
    var digits = text.filter { $0 != UInt8(ascii: ".") }
    var whole = point + exponent
    while digits.count > 1, digits.last == UInt8(ascii: "0") { digits.removeLast() }
    if whole < 1 {
      digits.insert(contentsOf: repeatElement(UInt8(ascii: "0"), count: 1 - whole), at: 0)
      whole = 1
    }
    if whole > digits.count { digits += repeatElement(UInt8(ascii: "0"), count: whole - digits.count) }
    out += digits[..<whole]
    if whole < digits.count {
      out.append(UInt8(ascii: "."))
      out += digits[whole...]
    }
  }
}
