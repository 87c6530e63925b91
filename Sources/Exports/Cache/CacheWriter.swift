/// Writes numbers and texts as bytes, with a checksum at the end.
public struct CacheWriter {
  private let sink: (UnsafeRawBufferPointer) -> Void
  private var buffer: [UInt8] = []
  private var mixer = Mixer()

  public init(_ sink: @escaping (UnsafeRawBufferPointer) -> Void) {
    self.sink = sink
  }

  public mutating func add(_ number: UInt64) {
    mixer.add(number)
    withUnsafeBytes(of: number.littleEndian) { buffer.append(contentsOf: $0) }
    if buffer.count >= 1 << 18 { flush() }
  }

  public mutating func add(_ number: Int) { add(UInt64(bitPattern: Int64(number))) }
  mutating func add(_ day: Int32) { add(Int(day)) }

  /// An optional number; nil as the least there is.
  mutating func add(_ number: Int?) { add(number ?? Int.min) }
  mutating func add(_ day: Int32?) { add(day.map { Int($0) } ?? Int.min) }

  public mutating func add(_ text: String) {
    let bytes = Array(text.utf8)
    add(bytes.count)
    var word: UInt64 = 0
    for (index, byte) in bytes.enumerated() {
      word |= UInt64(byte) << UInt64(index % 8 * 8)
      if index % 8 == 7 || index == bytes.count - 1 {
        add(word)
        word = 0
      }
    }
  }

  mutating func add(_ numbers: [UInt64]) {
    add(numbers.count)
    for number in numbers { add(number) }
  }

  public mutating func finish() {
    let (high, low) = mixer.finish()
    for word in [high, low] { withUnsafeBytes(of: word.littleEndian) { buffer.append(contentsOf: $0) } }
    flush()
  }

  private mutating func flush() {
    buffer.withUnsafeBytes(sink)
    buffer.removeAll(keepingCapacity: true)
  }
}
