/// The texts that cells refer to by number, one after the other.
///
/// They hold every text of the workbook, also of columns that are never read: none leaves this room but through a cell.
struct SharedStrings {
  private var bytes: [UInt8] = []
  private var ends: [UInt32] = []

  init() {}

  init(_ part: inout PartReader, limits: WorkbookLimits) throws(WorkbookFault) {
    var isReading = false
    var phonetics = 0
    var keepsSpace = false
    var start = 0
    while let event = try part.next() {
      switch (event.kind, event.name) {
      case (.start, .si):
        start = bytes.count
        keepsSpace = false
      case (.start, .t): isReading = phonetics == 0
      case (.start, .rPh): phonetics += 1
      case (.end, .rPh): phonetics -= 1
      case (.end, .t): isReading = false
      case (.attribute, .space):
        if isReading, part.value(of: event).elementsEqual("preserve".utf8) { keepsSpace = true }
      case (.text, .t):
        guard isReading else { continue }
        bytes += part.value(of: event)
        if bytes.count > limits.stringBytes || bytes.count - start > limits.cellBytes { throw .tooLarge(.strings) }
      case (.end, .si):
        CellText.finish(&bytes, from: start, keepsSpace: keepsSpace)
        ends.append(UInt32(truncatingIfNeeded: bytes.count))
        if ends.count > limits.strings { throw .tooLarge(.strings) }
      default: continue
      }
    }
  }

  /// nil when there is no such text.
  subscript(index: Int) -> ArraySlice<UInt8>? {
    guard ends.indices.contains(index) else { return nil }
    return bytes[(index == 0 ? 0 : Int(ends[index - 1]))..<Int(ends[index])]
  }
}
