/// Finds `~one~` and `~~two~~` tildes among the children of one inline container, as GFM 6.5 defines them.
struct Strikethrough {
  /// One child of the container.
  enum Child {
    case text([UInt8])
    case lineBreak
    /// Emphasis, a link, code: in the source it begins and ends with punctuation.
    case other
  }

  /// A run of one or two tildes.
  struct Run: Equatable {
    /// Which of the children.
    var child: Int
    var range: Range<Int>
    var canOpen: Bool
    var canClose: Bool
  }

  /// What stands beside a run.
  private enum Neighbour {
    case space, punctuation, letter

    init(_ scalar: Unicode.Scalar) {
      let properties = scalar.properties
      switch properties.generalCategory {
      case .spaceSeparator: self = .space
      case .connectorPunctuation, .dashPunctuation, .openPunctuation, .closePunctuation, .initialPunctuation,
        .finalPunctuation, .otherPunctuation:
        self = .punctuation
      case .mathSymbol, .currencySymbol, .modifierSymbol: self = scalar.isASCII ? .punctuation : .letter
      default: self = (0x09...0x0D).contains(scalar.value) ? .space : .letter
      }
    }
  }

  private(set) var runs: [Run] = []
  /// Pairs of indices into `runs`, outermost first where they nest.
  private(set) var pairs: [(open: Int, close: Int)] = []

  /// `isWithinMarks` tells a container that is itself between marks, as emphasis is.
  init(_ children: [Child], isWithinMarks: Bool) {
    let edge = isWithinMarks ? Neighbour.punctuation : .space
    func side(_ index: Int) -> Neighbour {
      guard children.indices.contains(index) else { return edge }
      if case .lineBreak = children[index] { return .space }
      return .punctuation
    }
    for (index, child) in children.enumerated() {
      guard case .text(let bytes) = child else { continue }
      findRuns(in: bytes, child: index, before: side(index - 1), after: side(index + 1))
    }
    match()
  }

  /// The delimiter rules of cmark-gfm: a closer asks the nearest opener that may fit, and is plain text if its length differs.
  private mutating func match() {
    var openers: [Int] = []
    /// How many openers were looked through in vain, by the closer's sort; they need not be looked through again.
    var vain = Array(repeating: 0, count: 4)
    for (index, run) in runs.enumerated() {
      let sort = run.range.count - 1 + (run.canOpen ? 2 : 0)
      guard run.canClose, let match = openers[vain[sort]...].lastIndex(where: { mayFit(runs[$0], run) }) else {
        if run.canClose { vain[sort] = openers.count }
        if run.canOpen { openers.append(index) }
        continue
      }
      guard runs[openers[match]].range.count == run.range.count else { continue }
      pairs.append((openers[match], index))
      openers.removeSubrange(match...)
      for sort in vain.indices { vain[sort] = min(vain[sort], openers.count) }
    }
    pairs.sort { $0.open < $1.open }
  }

  /// Where a run can both open and close, lengths that sum to three do not fit.
  private func mayFit(_ opener: Run, _ closer: Run) -> Bool {
    !(closer.canOpen || opener.canClose) || opener.range.count + closer.range.count != 3
  }

  private mutating func findRuns(in bytes: [UInt8], child: Int, before first: Neighbour, after last: Neighbour) {
    let scalars = String(decoding: bytes, as: UTF8.self).unicodeScalars
    var before = first
    var offset = 0
    var position = scalars.startIndex
    while position < scalars.endIndex {
      let scalar = scalars[position]
      guard scalar == "~" else {
        before = Neighbour(scalar)
        offset += UTF8.width(scalar)
        position = scalars.index(after: position)
        continue
      }
      let start = offset
      while position < scalars.endIndex, scalars[position] == "~" {
        position = scalars.index(after: position)
        offset += 1
      }
      let after = position < scalars.endIndex ? Neighbour(scalars[position]) : last
      if offset - start <= 2 {
        runs.append(
          Run(
            child: child, range: start..<offset, canOpen: Self.flanks(inner: after, outer: before),
            canClose: Self.flanks(inner: before, outer: after)))
      }
      before = .punctuation
    }
  }

  /// Left-flanking with `inner` after and `outer` before the run; right-flanking the other way round.
  private static func flanks(inner: Neighbour, outer: Neighbour) -> Bool {
    inner == .letter || inner == .punctuation && outer != .letter
  }
}
