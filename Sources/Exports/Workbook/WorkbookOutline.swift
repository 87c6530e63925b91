/// What the workbook's own part says: its sheets in order, and from when days are counted.
struct WorkbookOutline {
  struct Sheet {
    var name = ""
    var relation = ""
    var isHidden = false
  }

  var sheets: [Sheet] = []
  var dates = SerialDate()

  init(_ part: inout PartReader, limits: WorkbookLimits) throws(WorkbookFault) {
    var element = XMLName.other
    var sheet = Sheet()
    while let event = try part.next() {
      switch (event.kind, event.name) {
      case (.start, let name):
        element = name
        if name == .sheet { sheet = Sheet() }
      case (.attribute, .date1904):
        if element == .workbookPr { dates.countsFrom1904 = part.isTrue(event) }
      case (.attribute, let name):
        guard element == .sheet else { continue }
        if name == .name { sheet.name = part.text(of: event) }
        if name == .id { sheet.relation = part.text(of: event) }
        if name == .state { sheet.isHidden = part.text(of: event) != "visible" }
      case (.end, .sheet):
        sheets.append(sheet)
        if sheets.count > limits.sheets { throw .tooLarge(.sheets) }
      default: continue
      }
    }
  }
}
