internal import HTML

/// Runs a program; all names are numbers by now, and all types have been checked.
struct Renderer {
  private struct Frame {
    var values: [Value]
    var isFirst = true
    var isLast = true
  }

  private let root: String
  private var frames: [Frame]

  init(_ record: Record, root: String) {
    self.root = root
    frames = [Frame(values: record.values)]
  }

  mutating func run(_ program: borrowing Program, _ operations: Range<Int>, into page: inout [UInt8]) {
    var next = operations.lowerBound
    while next < operations.upperBound {
      let operation = program.operations[next]
      next += 1
      switch operation {
      case .text(let start, let count):
        program.text.withUnsafeBufferPointer { text in
          page.append(contentsOf: UnsafeBufferPointer(rebasing: text[Int(start)..<Int(start + count)]))
        }
      case .root: escape(root, into: &page)
      case .insertText(let path):
        switch value(at: path, program) {
        case .text(let text): escape(text, into: &page)
        case .number(let number): page.append(contentsOf: String(number).utf8)
        default: break
        }
      case .insertMarkup(let path):
        if case .markup(let markup) = value(at: path, program) { page.append(contentsOf: markup.bytes) }
      case .skipUnless(let path, let end):
        if !value(at: path, program).isPresent { next = Int(end) }
      case .skipIf(let path, let end):
        if value(at: path, program).isPresent { next = Int(end) }
      case .skipUnlessEdge(let edge, let level, let expected, let end):
        let frame = frames[Int(level)]
        if (edge == .first ? frame.isFirst : frame.isLast) != expected { next = Int(end) }
      case .enter(let path, let end):
        enter(value(at: path, program), program, next..<Int(end), into: &page)
        next = Int(end)
      case .call(let index): call(program.subroutines[Int(index)], program, into: &page)
      }
    }
  }

  private func value(at path: Program.Path, _ program: borrowing Program) -> Value {
    var value = frames[Int(path.level)].values[Int(path.slot)]
    for step in path.firstStep..<(path.firstStep + path.stepCount) {
      guard case .record(let record) = value else { return .none }
      value = record.values[Int(program.steps[Int(step)])]
    }
    return value
  }

  private mutating func enter(
    _ value: Value, _ program: borrowing Program, _ body: Range<Int>, into page: inout [UInt8]
  ) {
    let level = frames.count
    switch value {
    case .records(let records):
      frames.append(Frame(values: []))
      for index in records.indices {
        frames[level] = Frame(
          values: records[index].values, isFirst: index == 0, isLast: index == records.count - 1)
        run(program, body, into: &page)
      }
    case .texts(let texts):
      frames.append(Frame(values: []))
      for index in texts.indices {
        frames[level] = Frame(values: [.text(texts[index])], isFirst: index == 0, isLast: index == texts.count - 1)
        run(program, body, into: &page)
      }
    case .record(let record):
      frames.append(Frame(values: record.values))
      run(program, body, into: &page)
    case .text, .markup, .number:
      guard value.isPresent else { return }
      frames.append(Frame(values: [value]))
      run(program, body, into: &page)
    case .none, .flag: return
    }
    frames.removeLast()
  }

  private mutating func call(
    _ subroutine: Program.Subroutine, _ program: borrowing Program, into page: inout [UInt8]
  ) {
    let outside = frames
    frames.removeSubrange(subroutine.level..<(frames.count - 1))
    run(program, subroutine.operations, into: &page)
    frames = outside
  }
}
