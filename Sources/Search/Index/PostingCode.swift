/// Lists of entries as text that needs no escaping: 64 letters, five bits in each, the sixth says that more follows.
enum PostingCode {
  static let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_".utf8)

  static func append(_ number: Int, to out: inout [UInt8]) {
    var rest = number
    while rest > 31 {
      out.append(letters[32 + rest & 31])
      rest >>= 5
    }
    out.append(letters[rest])
  }

  /// Weights from the highest down; after each the number of its entries, and the steps between them.
  static func append(_ postings: some Collection<Postings.Posting>, to out: inout [UInt8]) {
    var counts = Array(repeating: 0, count: Weight.highest + 1)
    for posting in postings { counts[Int(posting.level)] += 1 }
    for level in stride(from: Weight.highest, through: 1, by: -1) where counts[level] > 0 {
      out.append(letters[level])
      append(counts[level], to: &out)
      var previous = -1
      for posting in postings where Int(posting.level) == level {
        append(Int(posting.entry) - previous - 1, to: &out)
        previous = Int(posting.entry)
      }
    }
  }
}
