/// How terms are sorted: å and ä as a, ö as o, so that a word and its form without dots stand together.
enum TermKey {
  static func folded(_ term: some Sequence<UInt8>) -> [UInt8] {
    var key: [UInt8] = []
    key.reserveCapacity(term.underestimatedCount)
    var isLatin = false
    for byte in term {
      if isLatin {
        isLatin = false
        switch byte {
        case 0xA4, 0xA5: key.append(UInt8(ascii: "a"))
        case 0xB6: key.append(UInt8(ascii: "o"))
        default: key += [0xC3, byte]
        }
      } else if byte == 0xC3 {
        isLatin = true
      } else {
        key.append(byte)
      }
    }
    return key
  }
}
