/// One file of the index: a script that hands its data to the reader's side, so that it works from a file share too.
public struct SearchPiece: Sendable {
  /// Below the folder of the index.
  public var path: String
  public var bytes: [UInt8]

  /// - Parameters:
  ///   - capacity: about how many bytes there will be.
  ///   - body: appends JSON.
  init(_ name: String, capacity: Int = 0, _ body: (inout [UInt8]) -> Void) {
    path = name + ".js"
    bytes = []
    bytes.reserveCapacity(capacity)
    bytes += Array("rutinPiece(\"\(name)\",".utf8)
    body(&bytes)
    bytes += Array(")\n".utf8)
  }
}

/// A short name of the index as it is, which goes into every piece's address so that no old piece is read beside a new one.
struct IndexVersion: Sendable {
  private var hash: UInt64 = 0xCBF2_9CE4_8422_2325

  /// Eight bytes at a time; the same on every machine.
  mutating func add(_ piece: SearchPiece) {
    piece.bytes.withUnsafeBytes { bytes in
      let whole = bytes.count & ~7
      for place in stride(from: 0, to: whole, by: 8) {
        mix(UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: place, as: UInt64.self)))
      }
      for byte in bytes[whole...] { mix(UInt64(byte)) }
    }
  }

  mutating func add(_ other: IndexVersion) { mix(other.hash) }

  private mutating func mix(_ value: UInt64) {
    hash = (hash ^ value) &* 0x9E37_79B9_7F4A_7C15
    hash ^= hash >> 29
  }

  var text: String {
    let letters = (0..<7).map { PostingCode.letters[Int((hash >> ($0 * 6 + 16)) & 63)] }
    return String(decoding: letters, as: UTF8.self)
  }
}

extension [UInt8] {
  /// Appends UTF-8 text as a JSON string.
  mutating func append(quoted text: String) {
    var text = text
    text.withUTF8 { append(quoted: $0) }
  }

  mutating func append(quoted text: ArraySlice<UInt8>) { text.withUnsafeBufferPointer { append(quoted: $0) } }

  mutating func append(quoted text: [UInt8]) { append(quoted: text[...]) }

  private mutating func append(quoted text: UnsafeBufferPointer<UInt8>) {
    append(UInt8(ascii: "\""))
    var copied = 0
    for index in text.indices {
      let byte = text[index]
      if byte > UInt8(ascii: "\\") { continue }
      if byte >= 0x20, byte != UInt8(ascii: "\""), byte != UInt8(ascii: "\\") { continue }
      append(contentsOf: UnsafeBufferPointer(rebasing: text[copied..<index]))
      append(byte < 0x20 ? UInt8(ascii: " ") : UInt8(ascii: "\\"))
      if byte >= 0x20 { append(byte) }
      copied = index + 1
    }
    append(contentsOf: UnsafeBufferPointer(rebasing: text[copied...]))
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
