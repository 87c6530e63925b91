/// 128 bits that stand for a file's bytes: the name under which what was read of it is kept.
///
/// It guards against chance, not against somebody who makes two files alike on purpose.
public struct ContentHash: Sendable, Hashable {
  public let high: UInt64
  public let low: UInt64

  /// Reads all bytes.
  public init(of source: any ByteSource, also text: String = "") {
    var mixer = Mixer()
    for byte in text.utf8 { mixer.add(UInt64(byte)) }
    let size = 1 << 20
    let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: size, alignment: 16)
    defer { buffer.deallocate() }
    var offset = 0
    while offset < source.count {
      let length = source.read(at: offset, into: buffer)
      if length == 0 { break }
      mixer.add(UnsafeRawBufferPointer(rebasing: buffer[..<length]))
      offset += length
    }
    mixer.add(UInt64(offset))
    (high, low) = mixer.finish()
  }

  /// The hash of bytes in memory.
  public init(of bytes: [UInt8]) {
    var mixer = Mixer()
    bytes.withUnsafeBytes { mixer.add($0) }
    mixer.add(UInt64(bytes.count))
    (high, low) = mixer.finish()
  }

  public init(high: UInt64, low: UInt64) { (self.high, self.low) = (high, low) }

  /// Of what `text` gives.
  public init?(text: String) {
    guard text.utf8.count == 32, let high = UInt64(text.prefix(16), radix: 16),
      let low = UInt64(text.suffix(16), radix: 16)
    else { return nil }
    self.init(high: high, low: low)
  }

  /// 32 hexadecimal digits.
  public var text: String {
    [high, low].map { word in
      let digits = String(word, radix: 16)
      return String(repeating: "0", count: 16 - digits.count) + digits
    }.joined()
  }
}

/// Two lanes of multiply and rotate.
struct Mixer {
  private var first: UInt64 = 0x9E37_79B9_7F4A_7C15
  private var second: UInt64 = 0xC2B2_AE3D_27D4_EB4F

  @inline(__always)
  mutating func add(_ word: UInt64) {
    first = (first ^ word) &* 0xFF51_AFD7_ED55_8CCD
    first ^= first &>> 32
    second = (second &<< 31 | second &>> 33) &+ word &* 0x9FB2_1C65_1E98_DF25
    second = second &* 0xC4CE_B9FE_1A85_EC53
  }

  /// Eight bytes at a time; what is left at the end is filled up with zeros.
  mutating func add(_ bytes: UnsafeRawBufferPointer) {
    let whole = bytes.count & ~7
    for place in stride(from: 0, to: whole, by: 8) {
      add(bytes.loadUnaligned(fromByteOffset: place, as: UInt64.self).littleEndian)
    }
    if whole < bytes.count { add(bytes[whole...].reversed().reduce(0) { $0 << 8 | UInt64($1) }) }
  }

  func finish() -> (UInt64, UInt64) {
    var (a, b) = (first, second)
    a ^= b &>> 29
    b ^= a &* 0xBF58_476D_1CE4_E5B9
    return (a ^ a &>> 32, b ^ b &>> 31)
  }
}
