/// Finds `~one~` and `~~two~~` tildes in the texts of one inline container, as GFM 6.5 defines them.
struct Strikethrough {
  /// A run of one or two tildes.
  struct Run: Equatable {
    /// Which of the texts.
    var text: Int
    var range: Range<Int>
    var canOpen: Bool
    var canClose: Bool
  }

  /// Pairs of indices into `runs`, outermost first where they nest.
  private(set) var pairs: [(open: Int, close: Int)] = []
  private(set) var runs: [Run] = []

  /// `texts` holds the literal of each child that is a text, nil for any other child.
  init(_ texts: [ArraySlice<UInt8>?]) {
    for (index, literal) in texts.enumerated() {
      guard let literal else { continue }
      let hasBefore = index > 0
      let hasAfter = index + 1 < texts.count
      findRuns(in: Array(literal), text: index, hasBefore: hasBefore, hasAfter: hasAfter)
    }
    var openers: [Int] = []
    for (index, run) in runs.enumerated() {
      if run.canClose, let match = openers.lastIndex(where: { runs[$0].range.count == run.range.count }) {
        pairs.append((openers[match], index))
        openers.removeSubrange(match...)
      } else if run.canOpen {
        openers.append(index)
      }
    }
    pairs.sort { $0.open < $1.open }
  }

  private mutating func findRuns(in bytes: [UInt8], text: Int, hasBefore: Bool, hasAfter: Bool) {
    let scalars = String(decoding: bytes, as: UTF8.self).unicodeScalars
    var before: Unicode.Scalar? = hasBefore ? "x" : nil
    var offset = 0
    var position = scalars.startIndex
    while position < scalars.endIndex {
      let scalar = scalars[position]
      guard scalar == "~" else {
        before = scalar
        offset += UTF8.width(scalar)
        position = scalars.index(after: position)
        continue
      }
      var end = position
      var length = 0
      while end < scalars.endIndex, scalars[end] == "~" {
        end = scalars.index(after: end)
        length += 1
      }
      let after: Unicode.Scalar? = end < scalars.endIndex ? scalars[end] : hasAfter ? "x" : nil
      if length <= 2 {
        runs.append(
          Run(
            text: text, range: offset..<(offset + length),
            canOpen: Self.flanks(inner: after, outer: before), canClose: Self.flanks(inner: before, outer: after)))
      }
      before = "~"
      offset += length
      position = end
    }
  }

  /// Left-flanking with `inner` after and `outer` before the run; right-flanking the other way round.
  private static func flanks(inner: Unicode.Scalar?, outer: Unicode.Scalar?) -> Bool {
    guard let inner, !inner.properties.isWhitespace else { return false }
    guard isPunctuation(inner) else { return true }
    guard let outer else { return true }
    return outer.properties.isWhitespace || isPunctuation(outer)
  }

  private static func isPunctuation(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.isASCII { return scalar.properties.generalCategory != .control && !scalar.properties.isAlphabetic && scalar.properties.numericType == nil && scalar != " " }
    switch scalar.properties.generalCategory {
    case .connectorPunctuation, .dashPunctuation, .openPunctuation, .closePunctuation, .initialPunctuation,
      .finalPunctuation, .otherPunctuation:
      return true
    default: return false
    }
  }
}
