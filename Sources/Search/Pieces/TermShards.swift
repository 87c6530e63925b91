/// The terms cut into pieces of a few kilobytes, each a stretch of their order.
///
/// Where a piece ends is decided by the terms around it, so that a change to one entry moves few bounds.
struct TermShards {
  private static let leastBytes = 2500
  private static let mostBytes = 7000

  struct Shard {
    /// The shortest text that stands between the terms before and the first of these.
    var bound: [UInt8]
    var terms: Range<Int>

    /// The name of its file: the bound, in letters that any file system takes.
    var name: String { "t-" + FileName.safe(bound) }
  }

  /// `terms` in the order of the index.
  static func cut(_ terms: [TermList.Term]) -> [Shard] {
    var shards: [Shard] = []
    var start = 0
    var size = 0
    for index in terms.indices {
      let isBound = index > start && terms[index].key != terms[index - 1].key
      if isBound, size > mostBytes || size > leastBytes && isCut(terms[index].key) {
        shards.append(Shard(bound: bound(terms, start), terms: start..<index))
        start = index
        size = 0
      }
      size += terms[index].name.count + (terms[index].isLong ? 8 : terms[index].code.count)
    }
    if start < terms.count { shards.append(Shard(bound: bound(terms, start), terms: start..<terms.count)) }
    return shards
  }

  private static func isCut(_ key: [UInt8]) -> Bool {
    var hash: UInt32 = 0x811C_9DC5
    for byte in key { hash = (hash ^ UInt32(byte)) &* 0x0100_0193 }
    return (hash >> 13) & 15 == 0
  }

  private static func bound(_ terms: [TermList.Term], _ index: Int) -> [UInt8] {
    index > 0 ? bound(between: terms[index - 1].key, and: terms[index].key) : []
  }

  /// The shortest beginning of `key` that comes after `previous`.
  static func bound(between previous: [UInt8], and key: [UInt8]) -> [UInt8] {
    let shared = zip(previous, key).prefix { $0 == $1 }.count
    var end = min(key.count, shared + 1)
    while end < key.count, key[end] & 0xC0 == 0x80 { end += 1 }
    return Array(key[..<end])
  }

  /// A letter for each term's length shared with the one before, the rest of it, a space and its list, or `!` when that
  /// has a piece of its own.
  static func text(of terms: ArraySlice<TermList.Term>) -> [UInt8] {
    var text: [UInt8] = []
    var previous: [UInt8] = []
    for term in terms {
      if !text.isEmpty { text.append(UInt8(ascii: ",")) }
      FrontCoding.append(term.name, after: previous, to: &text)
      text.append(UInt8(ascii: " "))
      if term.isLong {
        text.append(UInt8(ascii: "!"))
      } else {
        text += term.code
      }
      previous = term.name
    }
    return text
  }
}

enum FileName {
  /// ASCII letters and digits as they are, any other byte as `_` and two digits.
  static func safe(_ bytes: some Sequence<UInt8>) -> String {
    let digits = Array("0123456789abcdef".utf8)
    var name: [UInt8] = []
    for byte in bytes {
      if byte &- 0x61 < 26 || byte &- 0x30 < 10 {
        name.append(byte)
      } else {
        name += [UInt8(ascii: "_"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
      }
    }
    return String(decoding: name, as: UTF8.self)
  }
}
