/// The number format of each cell style.
struct CellStyles {
  private var formats: [NumberFormat] = []

  init() {}

  init(_ part: inout PartReader) throws(WorkbookFault) {
    var codes: [Int: NumberFormat] = [:]
    var isInFormats = false
    var isInStyles = false
    var element = XMLName.other
    var id = 0
    var code = NumberFormat.number
    while let event = try part.next() {
      switch (event.kind, event.name) {
      case (.start, let name):
        element = name
        if name == .numFmts { isInFormats = true }
        if name == .cellXfs { isInStyles = true }
        if name == .numFmt { (id, code) = (0, .number) }
        if name == .xf, isInStyles { formats.append(.number) }
      case (.end, .numFmts): isInFormats = false
      case (.end, .cellXfs): isInStyles = false
      case (.end, .numFmt): if isInFormats { codes[id] = code }
      case (.attribute, .formatCode): code = NumberFormat(code: part.value(of: event))
      case (.attribute, .numFmtId):
        id = DecimalText.integer(part.value(of: event)) ?? 0
        if element == .xf, isInStyles { formats[formats.count - 1] = codes[id] ?? NumberFormat(builtIn: id) }
      default: continue
      }
    }
  }

  /// Styles that the workbook does not have show plain numbers.
  subscript(style: Int) -> NumberFormat { formats.indices.contains(style) ? formats[style] : .number }
}
