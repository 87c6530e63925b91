/// Words, each once, numbered from 0 in the order in which they came.
struct WordTable: Sendable {
  private(set) var bytes: [UInt8] = []
  /// Where each word begins in `bytes`; one more at the end.
  private(set) var starts: [UInt32] = [0]
  /// The hash above, number + 1 below; 0 for an empty slot.
  private var slots: [UInt64]

  init(minimumCapacity: Int = 1024) {
    var size = 1024
    while size < minimumCapacity * 2 { size *= 2 }
    slots = Array(repeating: 0, count: size)
  }

  var count: Int { starts.count - 1 }

  subscript(index: Int) -> ArraySlice<UInt8> { bytes[Int(starts[index])..<Int(starts[index + 1])] }

  func withWord<Result>(_ index: Int, _ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    bytes.withUnsafeBufferPointer { all in
      body(UnsafeBufferPointer(rebasing: all[Int(starts[index])..<Int(starts[index + 1])]))
    }
  }

  /// The word's number, given now if it is new.
  mutating func insert(_ word: UnsafeBufferPointer<UInt8>) -> (index: Int, isNew: Bool) {
    insert(word, hash: WordHash(of: word))
  }

  mutating func insert(_ word: [UInt8]) -> Int { word.withUnsafeBufferPointer { insert($0).index } }

  mutating func insert(_ word: UnsafeBufferPointer<UInt8>, hash: WordHash) -> (index: Int, isNew: Bool) {
    let (slot, index) = find(word, hash)
    if let index { return (index, false) }
    starts.append(UInt32(bytes.count + word.count))
    bytes.append(contentsOf: word)
    slots[slot] = UInt64(hash.bits) << 32 | UInt64(count)
    if count * 2 > slots.count { grow() }
    return (count - 1, true)
  }

  func index(of word: UnsafeBufferPointer<UInt8>) -> Int? { find(word, WordHash(of: word)).index }

  /// The word's slot, or that which it would have.
  private func find(_ word: UnsafeBufferPointer<UInt8>, _ hash: WordHash) -> (slot: Int, index: Int?) {
    slots.withUnsafeBufferPointer { slots in
      var slot = Int(hash.bits) & (slots.count - 1)
      while slots[slot] != 0 {
        let index = Int(slots[slot] & 0xFFFF_FFFF) - 1
        if UInt32(slots[slot] >> 32) == hash.bits, withWord(index, { Self.isEqual($0, word) }) { return (slot, index) }
        slot = (slot + 1) & (slots.count - 1)
      }
      return (slot, nil)
    }
  }

  private static func isEqual(_ one: UnsafeBufferPointer<UInt8>, _ other: UnsafeBufferPointer<UInt8>) -> Bool {
    guard one.count == other.count else { return false }
    for index in one.indices where one[index] != other[index] { return false }
    return true
  }

  private mutating func grow() {
    let filled = slots.filter { $0 != 0 }
    slots = Array(repeating: 0, count: slots.count * 2)
    for entry in filled {
      var slot = Int(entry >> 32) & (slots.count - 1)
      while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = entry
    }
  }
}

/// FNV-1a, to be worked out while a word is read.
struct WordHash {
  private(set) var bits: UInt32 = 0x811C_9DC5

  init() {}

  init(of word: UnsafeBufferPointer<UInt8>) {
    for byte in word { add(byte) }
  }

  mutating func add(_ byte: UInt8) { bits = (bits ^ UInt32(byte)) &* 0x0100_0193 }
}
