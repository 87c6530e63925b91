import CZip

/// Zip archives and workbooks made in a test.
enum TestArchive {
  static func archive(_ parts: [(name: String, bytes: [UInt8])]) -> [UInt8] {
    var error = zip_error_t()
    guard let target = zip_source_buffer_create(nil, 0, 0, &error) else { return [] }
    zip_source_keep(target)
    defer { zip_source_free(target) }
    guard let archive = zip_open_from_source(target, ZIP_TRUNCATE, &error) else { return [] }
    let copies = parts.map { part in
      let copy = UnsafeMutableRawBufferPointer.allocate(byteCount: max(1, part.bytes.count), alignment: 1)
      copy.copyBytes(from: part.bytes)
      return copy
    }
    defer { for copy in copies { copy.deallocate() } }
    for (part, copy) in zip(parts, copies) {
      let source = zip_source_buffer(archive, copy.baseAddress, UInt64(part.bytes.count), 0)
      zip_file_add(archive, part.name, source, zip_flags_t(ZIP_FL_ENC_UTF_8))
    }
    zip_close(archive)
    var status = zip_stat_t()
    zip_source_stat(target, &status)
    var bytes = [UInt8](repeating: 0, count: Int(status.size))
    zip_source_open(target)
    zip_source_read(target, &bytes, UInt64(bytes.count))
    zip_source_close(target)
    return bytes
  }

  /// A workbook with one sheet; parts given replace or add to its own.
  static func workbook(rows: String = "", replacing parts: [String: String] = [:]) -> [UInt8] {
    let all = self.parts(rows: rows).merging(parts) { $1 }
    return archive(all.sorted { $0.key < $1.key }.map { ($0.key, Array($0.value.utf8)) })
  }

  static func parts(rows: String) -> [String: String] {
    let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    let main = "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\""
    let list = "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
    func relation(_ id: Int, _ kind: String, _ target: String) -> String {
      "<Relationship Id=\"rId\(id)\" Type=\"\(office)/\(kind)\" Target=\"\(target)\"/>"
    }
    return [
      "_rels/.rels": list + relation(1, "officeDocument", "xl/workbook.xml") + "</Relationships>",
      "xl/workbook.xml":
        "<workbook \(main) xmlns:r=\"\(office)\"><sheets><sheet name=\"Blad1\" r:id=\"rId1\"/></sheets></workbook>",
      "xl/_rels/workbook.xml.rels": list + relation(1, "worksheet", "sheet.xml")
        + relation(2, "sharedStrings", "strings.xml") + relation(3, "styles", "styles.xml") + "</Relationships>",
      "xl/sheet.xml": "<worksheet \(main)><sheetData>\(rows)</sheetData></worksheet>",
      "xl/strings.xml": "<sst \(main)><si><t>Lås-ID</t></si>"
        + "<si><r><t>a</t></r><r><t xml:space=\"preserve\"> b</t></r></si></sst>",
      "xl/styles.xml": "<styleSheet \(main)><numFmts><numFmt numFmtId=\"164\" formatCode=\"yyyy\\-mm\\-dd\"/></numFmts>"
        + "<cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"164\"/><xf numFmtId=\"22\"/></cellXfs></styleSheet>",
    ]
  }
}
