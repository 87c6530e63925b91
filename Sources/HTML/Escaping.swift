/// HTML that is ready to be sent: made by this module's escaping, by libcmark, or by a theme's template.
///
/// There is no way from a `String` to `Markup` that does not either escape it or say `trusted`.
public struct Markup: Sendable, Hashable {
  public var bytes: [UInt8]

  public init() { bytes = [] }

  /// Escapes `text`.
  public init(text: String) {
    bytes = []
    append(text: text)
  }

  /// Takes bytes that are HTML already; the caller answers for them.
  public init(trusted bytes: [UInt8]) { self.bytes = bytes }

  /// Takes HTML written in our own source code.
  public init(literal: StaticString) {
    bytes = literal.withUTF8Buffer { Array($0) }
  }

  public var isEmpty: Bool { bytes.isEmpty }
  public var string: String { String(decoding: bytes, as: UTF8.self) }

  public mutating func append(_ other: Markup) { bytes.append(contentsOf: other.bytes) }

  public mutating func append(literal: StaticString) {
    literal.withUTF8Buffer { bytes.append(contentsOf: $0) }
  }

  public mutating func append(text: String) { escape(text, into: &bytes) }

  /// Appends ` name="value"` with the value escaped.
  public mutating func append(attribute name: StaticString, _ value: String) {
    bytes.append(UInt8(ascii: " "))
    append(literal: name)
    bytes.append(UInt8(ascii: "="))
    bytes.append(UInt8(ascii: "\""))
    append(text: value)
    bytes.append(UInt8(ascii: "\""))
  }
}

/// Appends UTF-8 text to `out`, safe both as content and within double quotes; control characters, which HTML does not allow, are
/// left out.
public func escape(_ text: some Sequence<UInt8>, into out: inout [UInt8]) {
  for byte in text {
    switch byte {
    case UInt8(ascii: "&"): out.append(contentsOf: "&amp;".utf8)
    case UInt8(ascii: "<"): out.append(contentsOf: "&lt;".utf8)
    case UInt8(ascii: ">"): out.append(contentsOf: "&gt;".utf8)
    case UInt8(ascii: "\""): out.append(contentsOf: "&quot;".utf8)
    case UInt8(ascii: "'"): out.append(contentsOf: "&#39;".utf8)
    case 0..<0x09, 0x0B, 0x0C, 0x0E..<0x20: continue
    default: out.append(byte)
    }
  }
}
