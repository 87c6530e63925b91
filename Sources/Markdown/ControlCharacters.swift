/// Takes out the control characters that entities (`&#2;`) make: HTML allows none, and our own marks are made of them.
enum ControlCharacters {
  /// Whether a source may make any.
  static func mayStand(in source: [UInt8]) -> Bool {
    var index = 0
    while let hit = source.firstIndex(of: UInt8(ascii: "&"), from: index) {
      if hit + 1 < source.count, source[hit + 1] == UInt8(ascii: "#") { return true }
      index = hit + 1
    }
    return false
  }

  static func remove(in root: SyntaxNode) {
    root.visit { node in
      switch node.kind {
      case .text: cleaned(node.literal).map { node.setLiteral($0) }
      case .codeBlock: cleaned(node.info).map { node.setInfo($0) }
      case .link, .image:
        cleaned(node.address).map { node.setAddress($0) }
        cleaned(node.title).map { node.setTitle($0) }
      default: break
      }
    }
  }

  /// nil when there is nothing to take out.
  private static func cleaned(_ bytes: UnsafeRawBufferPointer) -> [UInt8]? {
    let text = String(decoding: bytes, as: UTF8.self).unicodeScalars
    guard text.contains(where: isControl) else { return nil }
    var clean = String.UnicodeScalarView()
    clean.append(contentsOf: text.filter { !isControl($0) })
    return Array(String(clean).utf8)
  }

  private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09, 0x0A, 0x0D: false
    case 0..<0x20, 0x7F..<0xA0: true
    default: false
    }
  }
}
