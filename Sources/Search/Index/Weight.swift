/// How much a term says of an entry, as a whole number that depends on that entry alone.
///
/// A change to one entry thus changes nothing in the lists of others.
struct Weight {
  static let highest = 15
  /// What a part of a compound, and a synonym, count for beside the word itself.
  static let part: Float = 0.5

  var count: Float = 0
  var title: Float = 0
  var heading: Float = 0
  var keyword: Float = 0

  mutating func add(_ tally: WordTally, share: Float) {
    count += share * Float(tally.count)
    if tally.has(WordTally.isInTitle) { title = max(title, share) }
    if tally.has(WordTally.isInHeading) { heading = max(heading, share) }
    if tally.has(WordTally.isKeyword) { keyword = max(keyword, share) }
  }

  /// The sum, from 1 to 15.
  ///
  /// A title's word weighs more the fewer there are; repetition gains less and less, and less in a long text.
  func level(length: Int, titleLength: Int) -> UInt8 {
    let repeated = 2 * count / (count + 0.5 + Float(length) / 400)
    let titled = title * (6 + 5 / Float(max(1, titleLength)).squareRoot())
    let sum = repeated + titled + 2 * heading + 2.4 * keyword
    return UInt8(max(1, min(Float(Self.highest), sum.rounded())))
  }
}
