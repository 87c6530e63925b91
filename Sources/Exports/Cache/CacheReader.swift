/// The bytes are not what a writer of this version left.
public struct DamagedCache: Error {
  public init() {}
}

/// Reads what a `CacheWriter` wrote, from the first word; every length is tested before it is believed.
public struct CacheReader {
  let source: any ByteSource
  private(set) var offset = 0
  private let end: Int
  private var buffer: [UInt8] = []
  private var bufferStart = 0

  /// Tests the checksum of all bytes.
  public init(_ source: any ByteSource) throws(DamagedCache) {
    self.source = source
    guard source.count >= 16, source.count % 8 == 0 else { throw DamagedCache() }
    end = source.count - 16
    var mixer = Mixer()
    while offset < end { mixer.add(try word()) }
    let (high, low) = mixer.finish()
    var tail = [UInt8](repeating: 0, count: 16)
    let length = tail.withUnsafeMutableBytes { source.read(at: end, into: $0) }
    guard length == 16 else { throw DamagedCache() }
    let words = tail.withUnsafeBytes { bytes in
      (bytes.loadUnaligned(as: UInt64.self), bytes.loadUnaligned(fromByteOffset: 8, as: UInt64.self))
    }
    guard words.0.littleEndian == high, words.1.littleEndian == low else { throw DamagedCache() }
    offset = 0
  }

  public mutating func word() throws(DamagedCache) -> UInt64 {
    guard offset + 8 <= end else { throw DamagedCache() }
    if offset < bufferStart || offset + 8 > bufferStart + buffer.count {
      bufferStart = offset
      let wanted = min(1 << 18, end - offset)
      let source = source
      let start = bufferStart
      buffer = [UInt8](unsafeUninitializedCapacity: wanted) { bytes, count in
        count = source.read(at: start, into: UnsafeMutableRawBufferPointer(bytes))
      }
      guard buffer.count >= 8 else { throw DamagedCache() }
    }
    let place = offset - bufferStart
    offset += 8
    return buffer.withUnsafeBytes { $0.loadUnaligned(fromByteOffset: place, as: UInt64.self) }.littleEndian
  }

  public mutating func int() throws(DamagedCache) -> Int { Int(Int64(bitPattern: try word())) }

  mutating func optional() throws(DamagedCache) -> Int? {
    let number = try int()
    return number == Int.min ? nil : number
  }

  mutating func day() throws(DamagedCache) -> Int32 { Int32(truncatingIfNeeded: try int()) }
  mutating func optionalDay() throws(DamagedCache) -> Int32? { try optional().map { Int32(truncatingIfNeeded: $0) } }
  mutating func byte() throws(DamagedCache) -> UInt8 { UInt8(truncatingIfNeeded: try word()) }
  mutating func optionalByte() throws(DamagedCache) -> UInt8? {
    try optional().map { UInt8(truncatingIfNeeded: $0) }
  }

  /// A count of things that take at least a word each.
  mutating func count() throws(DamagedCache) -> Int {
    let number = try int()
    guard number >= 0, number <= (end - offset) / 8 else { throw DamagedCache() }
    return number
  }

  public mutating func text() throws(DamagedCache) -> String {
    let length = try int()
    guard length >= 0, length <= end - offset else { throw DamagedCache() }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(length + 7)
    while bytes.count < length {
      withUnsafeBytes(of: try word().littleEndian) { bytes.append(contentsOf: $0) }
    }
    return String(decoding: bytes[..<length], as: UTF8.self)
  }

  mutating func numbers() throws(DamagedCache) -> [UInt64] {
    let length = try count()
    var numbers: [UInt64] = []
    numbers.reserveCapacity(length)
    for _ in 0..<length { numbers.append(try word()) }
    return numbers
  }

  public mutating func list<Item>(
    _ item: (inout CacheReader) throws(DamagedCache) -> Item
  ) throws(DamagedCache) -> [Item] {
    let length = try count()
    var items: [Item] = []
    items.reserveCapacity(length)
    for _ in 0..<length { items.append(try item(&self)) }
    return items
  }

  mutating func skip(_ bytes: Int) throws(DamagedCache) {
    guard bytes >= 0, bytes <= end - offset else { throw DamagedCache() }
    offset += bytes
  }
}
