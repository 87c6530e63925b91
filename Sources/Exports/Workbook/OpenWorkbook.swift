/// A workbook whose sheets are read when they are asked for.
///
/// An object, since its sheets keep the one archive alive between them.
final class OpenWorkbook {
  let outline: WorkbookOutline
  let styles: CellStyles
  private var package: PackageReader
  private let relations: [PackageRelation]
  private var loadedStrings: SharedStrings?

  init(_ bytes: [UInt8], limits: WorkbookLimits) throws(WorkbookFault) {
    var package = try PackageReader(bytes, limits: limits)
    let name = try package.workbookName()
    relations = try package.relations(of: name)
    var part = try package.open(name)
    outline = try WorkbookOutline(&part, limits: limits)
    if outline.sheets.isEmpty { throw .notAWorkbook }
    if let name = Self.target(of: "styles", in: relations), package.has(name) {
      var part = try package.open(name)
      styles = try CellStyles(&part)
    } else {
      styles = CellStyles()
    }
    self.package = package
  }

  /// Charts and macros also stand among the sheets; they hold no table.
  func isWorksheet(_ sheet: WorkbookOutline.Sheet) -> Bool {
    relations.first { $0.id == sheet.relation }.map { $0.kind == "worksheet" } ?? true
  }

  func open(_ sheet: WorkbookOutline.Sheet) throws(WorkbookFault) -> SheetReader {
    guard let name = relations.first(where: { $0.id == sheet.relation })?.target else {
      throw .missing(part: "sheet")
    }
    let strings = try strings()
    return SheetReader(
      try package.open(name), strings: strings, styles: styles, dates: outline.dates, limits: package.limits)
  }

  private func strings() throws(WorkbookFault) -> SharedStrings {
    if let loadedStrings { return loadedStrings }
    var strings = SharedStrings()
    if let name = Self.target(of: "sharedStrings", in: relations), package.has(name) {
      var part = try package.open(name)
      strings = try SharedStrings(&part, limits: package.limits)
    }
    loadedStrings = strings
    return strings
  }

  private static func target(of kind: String, in relations: [PackageRelation]) -> String? {
    relations.first { $0.kind == kind }?.target
  }
}
