/// Row 1: the YAML between two `---` lines at the very start of a file; it is cut off before CommonMark.
struct FrontMatterCut {
  private(set) var yaml: [UInt8] = []
  /// Line of the file on which `yaml` begins.
  let firstLine: Int
  private let end: Int

  /// nil when the file does not begin with `---`, or nothing closes it.
  init?(_ draft: Draft) {
    guard let first = draft.lines.first, first.bytes.trimmed.elementsEqual("---".utf8),
      let end = draft.lines.dropFirst().firstIndex(where: {
        $0.bytes.elementsEqual("---".utf8) || $0.bytes.elementsEqual("...".utf8)
      })
    else { return nil }
    firstLine = 2
    self.end = end
    for line in draft.lines[1..<end] {
      yaml.append(contentsOf: line.bytes)
      yaml.append(UInt8(ascii: "\n"))
    }
  }

  func apply(to draft: inout Draft) {
    for line in draft.lines[...end] where !line.isBlank {
      draft.log(.frontMatter, .moved, line: line.number, before: line.bytes.trimmed.string)
    }
    draft.lines.removeSubrange(...end)
  }
}
