/// Opens the parts of a workbook's archive within the limits.
struct PackageReader: ~Copyable {
  let limits: WorkbookLimits
  private let archive: ZipArchive
  /// Bytes of the parts opened so far, unpacked.
  private var unpacked = 0

  init(_ bytes: [UInt8], limits: WorkbookLimits) throws(WorkbookFault) {
    archive = try ZipArchive(bytes, limits: limits)
    self.limits = limits
  }

  func has(_ name: String) -> Bool { archive.parts[ZipArchive.key(of: name)] != nil }

  mutating func open(_ name: String) throws(WorkbookFault) -> PartReader {
    guard let part = archive.parts[ZipArchive.key(of: name)] else { throw .missing(part: name) }
    // The sizes are the directory's word; the archive holds each part to it when it is read.
    if part.size > limits.ratioFloor, part.size / limits.ratio > part.packedSize { throw .tooLarge(.ratio) }
    unpacked += part.size
    if part.size > limits.unpacked || unpacked > limits.unpacked { throw .tooLarge(.unpacked) }
    return try PartReader(part, of: archive, limits: limits)
  }

  /// The relations of a part, none when it has no list of them.
  mutating func relations(of name: String) throws(WorkbookFault) -> [PackageRelation] {
    let list = PackageRelation.listName(for: name)
    guard has(list) else { return [] }
    var part = try open(list)
    return try PackageRelation.read(&part, folder: PackageRelation.folder(of: name))
  }

  /// The name of the workbook's own part.
  mutating func workbookName() throws(WorkbookFault) -> String {
    let named = try relations(of: "").first { $0.kind == "officeDocument" }?.target
    let name = named ?? "xl/workbook.xml"
    if name.hasSuffix(".bin") || named == nil && has("xl/workbook.bin") { throw .binaryFormat }
    if has(name) { return name }
    throw has("mimetype") && has("content.xml") ? .openDocument : named == nil ? .notAWorkbook : .missing(part: name)
  }
}
