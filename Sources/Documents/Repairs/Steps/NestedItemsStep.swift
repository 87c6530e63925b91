/// Row 9: bullets indented less than the text of the numbered step above them belong to that step.
enum NestedItemsStep {
  static func apply(to draft: inout Draft) {
    var stepOffset: Int?
    for index in draft.lines.indices {
      let line = draft.lines[index]
      if line.isBlank || line.isCode { continue }
      let indentation = line.bytes.indentation
      switch line.start {
      case .ordered(_, let mark, let content) where mark == 0: stepOffset = content
      case .bullet:
        guard let offset = stepOffset, indentation > 0, indentation < offset else {
          if indentation == 0 { stepOffset = nil }
          continue
        }
        draft.log(.nestedItems, .changed, line: line.number)
        draft.lines[index].bytes = (Array(repeating: 0x20, count: offset) + line.bytes.trimmed)[...]
      case .heading: stepOffset = nil
      case .ordered: continue
      case .text:
        if indentation == 0, draft.lines[index - (index > 0 ? 1 : 0)].isBlank { stepOffset = nil }
      }
    }
  }
}
