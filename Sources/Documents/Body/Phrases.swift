internal import Glibc

/// Where any of some phrases stands in a text, found once for the whole of it.
struct Phrases {
  /// In order.
  private let positions: [Int]
  private var next = 0

  init(_ phrases: [StaticString], in text: [UInt8]) {
    var positions: [Int] = []
    // The C library's search is many times faster than a loop; it wants a zero at the end.
    (text + [0]).withUnsafeBytes { bytes in
      guard let base = bytes.baseAddress?.assumingMemoryBound(to: CChar.self) else { return }
      for phrase in phrases {
        // A static string ends with a zero.
        let wanted = UnsafeRawPointer(phrase.utf8Start).assumingMemoryBound(to: CChar.self)
        var from = base
        while let hit = strstr(from, wanted) {
          positions.append(UnsafePointer(hit) - base)
          from = UnsafePointer(hit) + 1
        }
      }
    }
    self.positions = positions.sorted()
  }

  /// Whether one stands in `range`; ranges must be asked for in the order in which they begin.
  mutating func stand(in range: Range<Int>) -> Bool {
    while next < positions.count, positions[next] < range.lowerBound { next += 1 }
    return next < positions.count && positions[next] < range.upperBound
  }
}
