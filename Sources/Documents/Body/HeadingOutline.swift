/// Levels of a text's headings on a page whose title is the one H1: the highest becomes 2, and no level is skipped on the way down.
struct HeadingOutline {
  private var levels: [Int] = []
  private var position = 0

  init() {}

  init(levels written: some Sequence<Int>) {
    var open: [Int] = []
    for level in written {
      while let last = open.last, last >= level { open.removeLast() }
      open.append(level)
      levels.append(min(6, open.count + 1))
    }
  }

  /// The level of the next heading.
  mutating func next() -> Int {
    defer { position += 1 }
    return position < levels.count ? levels[position] : 2
  }
}
