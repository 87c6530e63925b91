/// The words of a document in lower case, kept as hashes.
struct Vocabulary {
  private var hashes: Set<UInt64> = []

  init(of draft: Draft) {
    for line in draft.lines where !line.isBlank {
      var hash = Self.seed
      var length = 0
      var previous: UInt8 = 0
      for byte in draft.buffer[line.text] {
        if byte.isLetter && byte != 0xE2 && byte != 0xC2 || byte.isDigit {
          hash = Self.step(hash, byte, after: previous)
          length += 1
        } else if length > 0 {
          hashes.insert(hash)
          (hash, length) = (Self.seed, 0)
        }
        previous = byte
      }
      if length > 0 { hashes.insert(hash) }
    }
  }

  func contains(_ word: String) -> Bool {
    var hash = Self.seed
    var previous: UInt8 = 0
    for byte in word.utf8 {
      hash = Self.step(hash, byte, after: previous)
      previous = byte
    }
    return hashes.contains(hash)
  }

  private static let seed: UInt64 = 0xCBF2_9CE4_8422_2325

  /// FNV-1a; Å Ä Ö and their like have their case in the byte after C3.
  private static func step(_ hash: UInt64, _ byte: UInt8, after previous: UInt8) -> UInt64 {
    let isUpper = byte.isUppercaseASCII || previous == 0xC3 && (0x80...0x9E).contains(byte)
    return (hash ^ UInt64(isUpper ? byte | 0x20 : byte)) &* 0x100_0000_01B3
  }
}
