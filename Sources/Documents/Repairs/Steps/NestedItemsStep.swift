/// Row 9: bullets indented less than the text of the numbered step above them belong to that step.
enum NestedItemsStep {
  static func apply(to draft: inout Draft) {
    var stepOffset: Int?
    for index in draft.lines.indices {
      let line = draft.lines[index]
      if line.isBlank || line.isCode { continue }
      switch line.start {
      case .ordered(_, let mark, let content) where mark == 0: stepOffset = content
      case .bullet:
        guard let offset = stepOffset, line.indentation > 0, line.indentation < offset else {
          if line.indentation == 0 { stepOffset = nil }
          continue
        }
        draft.log(.nestedItems, .changed, line: line.number)
        draft.set(index, to: Array(repeating: 0x20, count: offset) + draft.text(index))
      case .heading: stepOffset = nil
      case .ordered: continue
      case .text:
        if line.indentation == 0, index == 0 || draft.lines[index - 1].isBlank { stepOffset = nil }
      }
    }
  }
}
