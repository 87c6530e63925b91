/// Sorted words one after another, each as what it does not share with the one before.
enum FrontCoding {
  /// Appends a letter for the UTF-16 units that `word` shares with `previous`, then the rest of it.
  static func append(_ word: [UInt8], after previous: [UInt8], to out: inout [UInt8]) {
    var bytes = 0
    var units = 0
    var position = 0
    while position < min(word.count, previous.count), units < 62 {
      let width = word[position] < 0x80 ? 1 : word[position] < 0xE0 ? 2 : word[position] < 0xF0 ? 3 : 4
      let end = position + width
      guard end <= previous.count, end <= word.count, word[position..<end] == previous[position..<end] else { break }
      units += width == 4 ? 2 : 1
      position = end
      bytes = end
    }
    out.append(PostingCode.letters[units])
    out.append(contentsOf: word[bytes...])
  }
}
