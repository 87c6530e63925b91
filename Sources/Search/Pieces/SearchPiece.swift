/// One file of the index: a script that hands its data to the reader's side, so that it works from a file share too.
public struct SearchPiece: Sendable {
  /// Below the folder of the index.
  public var path: String
  public var bytes: [UInt8]

  /// `body` is JSON.
  init(_ name: String, body: [UInt8]) {
    path = name + ".js"
    bytes = []
    bytes.reserveCapacity(body.count + name.utf8.count + 18)
    bytes += Array("rutinPiece(\"\(name)\",".utf8)
    bytes += body
    bytes += Array(")\n".utf8)
  }
}

/// A short name of a piece's content, which goes into its address so that no old copy is read beside a new one.
enum PieceHash {
  static func of(_ bytes: some Sequence<UInt8>) -> [UInt8] {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    return (0..<5).map { PostingCode.letters[Int((hash >> ($0 * 6 + 20)) & 63)] }
  }
}

extension [UInt8] {
  /// Appends UTF-8 text as a JSON string.
  mutating func append(quoted text: some Sequence<UInt8>) {
    append(UInt8(ascii: "\""))
    for byte in text {
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"):
        append(UInt8(ascii: "\\"))
        append(byte)
      case 0..<0x20: append(UInt8(ascii: " "))
      default: append(byte)
      }
    }
    append(UInt8(ascii: "\""))
  }

  /// Appends a JSON array of what `body` writes for each item.
  mutating func append<Item>(list items: some Sequence<Item>, _ body: (Item, inout [UInt8]) -> Void) {
    append(UInt8(ascii: "["))
    var isFirst = true
    for item in items {
      if !isFirst { append(UInt8(ascii: ",")) }
      isFirst = false
      body(item, &self)
    }
    append(UInt8(ascii: "]"))
  }
}
