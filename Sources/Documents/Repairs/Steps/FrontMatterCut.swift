/// Row 1: the YAML between two `---` lines at the very start of a file; it is cut off before CommonMark.
struct FrontMatterCut {
  private(set) var yaml: [UInt8] = []
  /// Line of the file on which `yaml` begins.
  let firstLine = 2
  private let end: Int

  /// nil when the file does not begin with `---`, or nothing closes it.
  init?(_ draft: Draft) {
    guard !draft.lines.isEmpty, draft.text(0).elementsEqual("---".utf8),
      let end = draft.lines.indices.dropFirst().first(where: { Self.isEnd($0, of: draft) })
    else { return nil }
    self.end = end
    for index in 1..<end {
      yaml.append(contentsOf: draft.bytes(index))
      yaml.append(UInt8(ascii: "\n"))
    }
  }

  private static func isEnd(_ index: Int, of draft: Draft) -> Bool {
    let line = draft.lines[index]
    guard line.first == UInt8(ascii: "-") || line.first == UInt8(ascii: "."), line.indentation == 0 else {
      return false
    }
    return draft.text(index).elementsEqual("---".utf8) || draft.text(index).elementsEqual("...".utf8)
  }

  func apply(to draft: inout Draft) {
    draft.repairs.reserveCapacity(draft.repairs.count + end + 1)
    for index in 0...end where !draft.lines[index].isBlank {
      draft.log(.frontMatter, .moved, line: draft.lines[index].number, before: draft.text(index).string)
    }
    draft.lines.removeSubrange(...end)
  }
}
