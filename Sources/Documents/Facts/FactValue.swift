internal import Swedish

/// A header value's text as a reader should see it, and what can be told of it.
enum FactValue {
  /// Without placeholder brackets, whole or broken, bold marks and addresses of links.
  static func plain(_ written: String) -> String {
    guard let first = written.utf8.first, let last = written.utf8.last else { return "" }
    if !written.utf8.contains(where: isMark), !first.isSpace, !last.isSpace { return written }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(written.utf8.count)
    var rest = ArraySlice(written.utf8).trimmed
    let isBracketed = rest.first == UInt8(ascii: "[")
    while let byte = rest.popFirst() {
      switch byte {
      case UInt8(ascii: "["): continue
      case UInt8(ascii: "]"):
        // `[text](address)`.
        if rest.first == UInt8(ascii: "("), let close = rest.firstIndex(of: UInt8(ascii: ")")) {
          rest = rest[(close + 1)...]
        }
      case UInt8(ascii: "*") where rest.first == byte, UInt8(ascii: "_") where rest.first == byte: rest.removeFirst()
      default: bytes.append(byte)
      }
    }
    // A bracket closed with the wrong mark: `[IT-funktionen)`.
    if isBracketed, bytes.last == UInt8(ascii: ")"), !bytes.contains(UInt8(ascii: "(")) { bytes.removeLast() }
    return bytes[...].trimmed.string
  }

  private static func isMark(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "[") || byte == UInt8(ascii: "]") || byte == UInt8(ascii: "*") || byte == UInt8(ascii: "_")
  }

  /// "max 5 år": the number of years.
  static func limit(in value: String) -> Int? {
    guard value.utf8.contains(where: { $0 | 0x20 == UInt8(ascii: "x") }) else { return nil }
    let words = Folding.words(value).split(separator: " ")
    guard let index = words.firstIndex(of: "max"), index + 2 < words.count, words[index + 2] == "ar" else { return nil }
    return Int(words[index + 1])
  }

  /// A template's prompt that nobody filled in.
  static func isPrompt(_ value: String) -> Bool {
    let words = Folding.wordBytes(value)
    return beginnings.contains { $0[0] == words.first && words.starts(with: $0) }
      || words.firstRange(of: example) != nil
  }

  private static let beginnings = ["namn pa ", "ange ", "skriv ", "fyll i", "yyyy", "aaaa mm", "xx"].map {
    Array($0.utf8)
  }
  private static let example = Array("t ex".utf8)

  /// `medarbetare, timvikarie; enhetschef.` as a list.
  static func list(_ value: String) -> [String] {
    Array(value.utf8).split { $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: ";") }.compactMap { part in
      var item = part.trimmed
      while let last = item.last, last == UInt8(ascii: " ") || last == UInt8(ascii: ".") { item.removeLast() }
      return item.isEmpty ? nil : item.string
    }
  }
}

extension [UInt8] {
  /// Where `part` first stands.
  func firstRange(of part: [UInt8]) -> Range<Int>? {
    guard let first = part.first else { return nil }
    var index = 0
    while let hit = firstIndex(of: first, from: index) {
      if self[hit...].starts(with: part) { return hit..<hit + part.count }
      index = hit + 1
    }
    return nil
  }
}
