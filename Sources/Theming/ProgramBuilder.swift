/// Appends operations, joining neighbouring static texts.
struct ProgramBuilder {
  static let textLimit = 16 << 20

  private(set) var program = Program()
  /// Operations before this index may be jumped over or to; no text is joined to them.
  private var barrier = 0

  var isTooLarge: Bool { program.text.count > Self.textLimit }

  var position: Int { program.operations.count }

  mutating func append(_ operation: Program.Operation) { program.operations.append(operation) }

  mutating func append(text bytes: some Collection<UInt8>) {
    guard !bytes.isEmpty else { return }
    let start = program.text.count
    program.text.append(contentsOf: bytes)
    if position > barrier, case .text(let first, let count) = program.operations[position - 1] {
      program.operations[position - 1] = .text(start: first, count: count + Int32(bytes.count))
    } else {
      append(.text(start: Int32(start), count: Int32(bytes.count)))
    }
  }

  mutating func path(_ place: ValuePlace) -> Program.Path {
    let first = program.steps.count
    program.steps.append(contentsOf: place.slots.dropFirst().map(UInt16.init))
    return Program.Path(
      level: UInt16(place.level), slot: UInt16(place.slots.first ?? 0), firstStep: Int32(first),
      stepCount: Int32(program.steps.count - first))
  }

  /// Keeps what comes from what stands here apart.
  mutating func mark() { barrier = position }

  /// Makes the operation at `index` lead to here.
  mutating func patch(_ index: Int) {
    let end = Int32(position)
    switch program.operations[index] {
    case .skipUnless(let path, _): program.operations[index] = .skipUnless(path, to: end)
    case .skipIf(let path, _): program.operations[index] = .skipIf(path, to: end)
    case .skipUnlessEdge(let edge, let level, let expected, _):
      program.operations[index] = .skipUnlessEdge(edge, level: level, is: expected, to: end)
    case .enter(let path, _): program.operations[index] = .enter(path, end: end)
    case .text, .root, .insertText, .insertMarkup, .call: break
    }
    mark()
  }

  /// Room for a subroutine whose operations are not all there yet; `define` tells them.
  mutating func declareSubroutine(level: Int) -> Int {
    program.subroutines.append(Program.Subroutine(operations: 0..<0, level: level))
    return program.subroutines.count - 1
  }

  mutating func define(_ subroutine: Int, from start: Int) {
    program.subroutines[subroutine].operations = start..<position
    mark()
  }
}
