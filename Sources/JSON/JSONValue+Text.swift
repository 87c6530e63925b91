extension JSONValue {
  /// The document indented by two spaces a level, without a final line break.
  public func text() -> String {
    var out: [UInt8] = []
    write(to: &out, indent: 0)
    return String(decoding: out, as: UTF8.self)
  }

  private func write(to out: inout [UInt8], indent: Int) {
    switch self {
    case .null: out.append(contentsOf: "null".utf8)
    case .bool(let flag): out.append(contentsOf: (flag ? "true" : "false").utf8)
    case .number(let number): out.append(contentsOf: String(number).utf8)
    case .literal(let text): out.append(contentsOf: text.utf8)
    case .string(let string): Self.write(string, to: &out)
    case .array(let items):
      Self.write(items, between: "[", "]", to: &out, indent: indent) { item, out in
        item.write(to: &out, indent: indent + 2)
      }
    case .object(let pairs):
      Self.write(pairs, between: "{", "}", to: &out, indent: indent) { pair, out in
        Self.write(pair.key, to: &out)
        out.append(contentsOf: ": ".utf8)
        pair.value.write(to: &out, indent: indent + 2)
      }
    }
  }

  private static func write<Item>(
    _ items: [Item], between open: Unicode.Scalar, _ close: Unicode.Scalar,
    to out: inout [UInt8], indent: Int, each: (Item, inout [UInt8]) -> Void
  ) {
    out.append(UInt8(ascii: open))
    for (index, item) in items.enumerated() {
      out.append(contentsOf: (index == 0 ? "\n" : ",\n").utf8)
      out.append(contentsOf: repeatElement(UInt8(ascii: " "), count: indent + 2))
      each(item, &out)
    }
    if !items.isEmpty {
      out.append(UInt8(ascii: "\n"))
      out.append(contentsOf: repeatElement(UInt8(ascii: " "), count: indent))
    }
    out.append(UInt8(ascii: close))
  }

  private static func write(_ string: String, to out: inout [UInt8]) {
    let hexDigits = Array("0123456789abcdef".utf8)
    out.append(UInt8(ascii: "\""))
    for byte in string.utf8 {
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"):
        out.append(UInt8(ascii: "\\"))
        out.append(byte)
      case UInt8(ascii: "\n"): out.append(contentsOf: "\\n".utf8)
      case UInt8(ascii: "\t"): out.append(contentsOf: "\\t".utf8)
      case UInt8(ascii: "\r"): out.append(contentsOf: "\\r".utf8)
      case 0..<0x20:
        out.append(contentsOf: "\\u00".utf8)
        out.append(hexDigits[Int(byte >> 4)])
        out.append(hexDigits[Int(byte & 15)])
      default: out.append(byte)
      }
    }
    out.append(UInt8(ascii: "\""))
  }
}
