internal import Diagnostics

/// The lines of a document on their way through the repairs.
struct Draft {
  let file: String
  /// The file's text; what a step writes anew is added at the end.
  private(set) var buffer: [UInt8]
  var lines: [Line] = []
  /// The lines as they stand in the file.
  private(set) var originals: OriginalLines
  var repairs: [Repair] = []
  var diagnostics: [Diagnostic] = []
  /// First line of each page, from the page marks.
  var pageStarts: [(line: Int, page: Int)] = []

  init(file: String, buffer: [UInt8]) {
    self.file = file
    self.buffer = buffer
    originals = OriginalLines(buffer)
  }

  mutating func reserveCapacity(_ count: Int) {
    lines.reserveCapacity(count)
    originals.reserveCapacity(count)
  }

  /// Adds a line of the file.
  mutating func append(_ line: Line) {
    lines.append(line)
    originals.append(line.bytes)
  }

  // MARK: Reading

  /// A line without its line break.
  func bytes(_ index: Int) -> ArraySlice<UInt8> { buffer[lines[index].bytes] }

  /// A line without white space at its ends.
  func text(_ index: Int) -> ArraySlice<UInt8> { buffer[lines[index].text] }

  /// The text of an ATX heading without marks; nil for any other line.
  func headingText(_ index: Int) -> ArraySlice<UInt8>? {
    guard case .heading(let level) = lines[index].start else { return nil }
    var text = text(index).dropFirst(level).trimmed
    while text.last == UInt8(ascii: "#") { text = text.dropLast() }
    return text.trimmed
  }

  /// The nearest line before `index` that is not blank.
  func previousText(before index: Int) -> Int? { lines[..<index].lastIndex { !$0.isBlank } }

  /// The nearest line after `index` that is not blank.
  func nextText(after index: Int) -> Int? { lines[(index + 1)...].firstIndex { !$0.isBlank } }

  /// A place on a line, in the file; offsets are bytes from the line's start.
  func range(_ index: Int, from start: Int = 0, to end: Int? = nil) -> SourceRange {
    let line = lines[index]
    let original = originals[line.number]
    var place = line.bytes.dropFirst(start).prefix((end ?? line.bytes.count) - start)
    if place.isEmpty || !original.indices.contains(place.lowerBound) {
      // The line was written anew: the same words, where they stand in the file.
      guard let found = original.firstRange(of: Array(buffer[place])) else {
        return originals.range(of: line.number, file: file)
      }
      place = found
    }
    let column = original[..<place.lowerBound].scalarCount + 1
    return SourceRange(
      file: file, line: line.number, column: column, endColumn: column + buffer[place].scalarCount)
  }

  // MARK: Changing

  mutating func log(_ step: RepairStep?, _ action: Repair.Action, line: Int, before: String = "", after: String = "") {
    repairs.append(Repair(step: step, action: action, line: line, before: before, after: after))
  }

  /// Empties a line, so that it still parts what stands before and after it.
  mutating func blank(_ index: Int, _ step: RepairStep, _ action: Repair.Action) {
    log(step, action, line: lines[index].number, before: text(index).string)
    lines[index].move(to: 0..<0, of: buffer)
  }

  /// Writes a line anew; what changed is logged.
  mutating func rewrite(_ index: Int, _ step: RepairStep, to bytes: [UInt8]) {
    let before = text(index).string
    set(index, to: bytes)
    log(step, .changed, line: lines[index].number, before: before, after: text(index).string)
  }

  /// Writes a line anew without a word in the log.
  mutating func set(_ index: Int, to bytes: some Collection<UInt8>) {
    let start = buffer.count
    buffer.append(contentsOf: bytes)
    lines[index].move(to: start..<buffer.count, of: buffer)
  }

  /// Drops the first bytes of a line, and white space at its ends.
  mutating func dropPrefix(_ index: Int, count: Int) {
    let bytes = buffer[lines[index].bytes].dropFirst(count).trimmed
    lines[index].move(to: bytes.indices, of: buffer)
  }

  /// Takes lines out; `indices` is in order.
  mutating func removeLines(_ indices: [Int]) {
    if indices.isEmpty { return }
    var next = 0
    var kept: [Line] = []
    kept.reserveCapacity(lines.count)
    for index in lines.indices {
      if next < indices.count, indices[next] == index {
        next += 1
      } else {
        kept.append(lines[index])
      }
    }
    lines = kept
  }

  /// Gives each entry of the log its page and puts the log in the order of the file.
  mutating func finishLog() {
    repairs.sort { $0.line < $1.line }
    if pageStarts.isEmpty { return }
    var page = 0
    for index in repairs.indices {
      while page + 1 < pageStarts.count, pageStarts[page + 1].line <= repairs[index].line { page += 1 }
      repairs[index].page = pageStarts[page].page
    }
  }
}
