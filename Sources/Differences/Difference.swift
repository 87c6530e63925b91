/// What was taken out of a text and put into it, word by word.
///
/// Lines are compared first, then the words of those that changed, so that words of different paragraphs are not taken
/// for each other. `kept` and `removed` together are the old text, `kept` and `inserted` the new one.
public struct Difference: Sendable, Hashable {
  public enum Change: String, Sendable, Hashable {
    case kept, removed, inserted
  }

  /// A run of words with one fate.
  public struct Part: Sendable, Hashable {
    public var change: Change
    public var text: String
  }

  /// In the order of reading: what was removed stands before what took its place.
  public private(set) var parts: [Part] = []

  public init(from old: String, to new: String) {
    var lines = NumberedPieces.Register()
    var words = NumberedPieces.Register()
    for gap in Self.gaps(lines.pieces(Tokens.lines(old)), lines.pieces(Tokens.lines(new))) {
      switch gap {
      case .kept(let line): append(.kept, line)
      case .changed(let removed, let inserted):
        compare(
          removed.map { words.pieces(Tokens.words($0)) }, inserted.map { words.pieces(Tokens.words($0)) })
      }
    }
  }

  public var isEmpty: Bool { parts.allSatisfy { $0.change == .kept } }

  /// The new text; nil when `old` is not the text that the difference is from.
  public func applied(to old: String) -> String? {
    var rest = Array(old.utf8)[...]
    var new: [UInt8] = []
    for part in parts {
      let bytes = part.text.utf8
      if part.change != .inserted {
        guard rest.starts(with: bytes) else { return nil }
        rest = rest.dropFirst(bytes.count)
      }
      if part.change != .removed { new += bytes }
    }
    return rest.isEmpty ? String(decoding: new, as: UTF8.self) : nil
  }

  /// The parts line by line, without line breaks; a line that ends in one text only ends here too.
  public var lines: [[Part]] {
    var lines: [[Part]] = [[]]
    for part in parts {
      let pieces = part.text.utf8.split(separator: 0x0A, omittingEmptySubsequences: false)
      for (number, piece) in pieces.enumerated() {
        if number > 0 { lines.append([]) }
        if let text = String(piece), !text.isEmpty {
          lines[lines.count - 1].append(Part(change: part.change, text: text))
        }
      }
    }
    return lines.filter { !$0.isEmpty }
  }

  // MARK: Finding

  private enum Gap {
    case kept(String)
    case changed(removed: [String], inserted: [String])
  }

  /// Runs of what differs, and what stands between them.
  private static func gaps(_ olds: NumberedPieces, _ news: NumberedPieces) -> [Gap] {
    let common = CommonSubsequence(olds.numbers, news.numbers)
    let (old, new) = (olds.texts, news.texts)
    var gaps: [Gap] = []
    var (left, right) = (0, 0)
    while left < old.count || right < new.count {
      var (removed, inserted): ([String], [String]) = ([], [])
      while left < old.count, !common.oldIsKept[left] {
        removed.append(old[left])
        left += 1
      }
      while right < new.count, !common.newIsKept[right] {
        inserted.append(new[right])
        right += 1
      }
      if !removed.isEmpty || !inserted.isEmpty { gaps.append(.changed(removed: removed, inserted: inserted)) }
      if left < old.count, right < new.count {
        gaps.append(.kept(new[right]))
        left += 1
        right += 1
      }
    }
    return gaps
  }

  /// Lines that took each other's place: those that are one line rewritten word by word, the others as wholes.
  private mutating func compare(_ removed: [NumberedPieces], _ inserted: [NumberedPieces]) {
    var (left, right) = (0, 0)
    for pair in LinePairs.find(removed, inserted) + [(removed.count, inserted.count)] {
      append(.removed, removed[left..<pair.removed].map { $0.texts.joined() }.joined())
      append(.inserted, inserted[right..<pair.inserted].map { $0.texts.joined() }.joined())
      if pair.removed < removed.count { compare(removed[pair.removed], inserted[pair.inserted]) }
      (left, right) = (pair.removed + 1, pair.inserted + 1)
    }
  }

  private mutating func compare(_ old: NumberedPieces, _ new: NumberedPieces) {
    for gap in Self.joinedOverMarks(Self.gaps(old, new)) {
      switch gap {
      case .kept(let text): append(.kept, text)
      case .changed(let removed, let inserted):
        append(.removed, removed.joined())
        append(.inserted, inserted.joined())
      }
    }
  }

  /// A comma or a dash between two changes is no resting place for the eye: the changes become one.
  private static func joinedOverMarks(_ gaps: [Gap]) -> [Gap] {
    var joined: [Gap] = []
    for (index, gap) in gaps.enumerated() {
      switch gap {
      case .kept(let mark) where isMark(gap) && gaps[index...].first(where: { !isMark($0) }).map(isChange) == true:
        guard case .changed(let removed, let inserted)? = joined.last else { break }
        joined[joined.count - 1] = .changed(removed: removed + [mark], inserted: inserted + [mark])
        continue
      case .changed(let removed, let inserted):
        guard case .changed(let earlier, let earlierInserted)? = joined.last else { break }
        joined[joined.count - 1] = .changed(removed: earlier + removed, inserted: earlierInserted + inserted)
        continue
      case .kept: break
      }
      joined.append(gap)
    }
    return joined
  }

  /// Kept, and no word.
  private static func isMark(_ gap: Gap) -> Bool {
    if case .kept(let text) = gap { !Tokens.isWord(text) && text != "\n" } else { false }
  }

  private static func isChange(_ gap: Gap) -> Bool {
    if case .changed = gap { true } else { false }
  }

  private mutating func append(_ change: Change, _ text: String) {
    if text.isEmpty { return }
    if parts.last?.change == change {
      parts[parts.count - 1].text += text
    } else {
      parts.append(Part(change: change, text: text))
    }
  }
}
