// What libFuzzer calls: any bytes as a workbook, or as the parts of one, past the checksums of the archive.
import Diagnostics
import Exports

@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let bytes = Array(UnsafeBufferPointer(start: start, count: count))
  guard let mode = bytes.first else { return 0 }
  // 0xFF and 0xFE stand between the parts; no UTF-8 holds them.
  read(mode & 1 == 0 ? Array(bytes.dropFirst()) : StoredArchive(parts: bytes.dropFirst().split(separator: 0xFF)).bytes)
  return 0
}

private func read(_ bytes: [UInt8]) {
  do throws(TableFault) {
    for table in try Workbook(bytes, file: "x.xlsx").sheets {
      var sheet = table.source
      var row = TableRow()
      while try sheet.next(into: &row) {
        if let last = row.ends.last, last != row.bytes.count { fatalError("a row's cells do not end with it") }
        row.removeAll()
      }
    }
  } catch {
    if error.diagnostic.message.swedish.isEmpty { fatalError("a fault without words") }
  }
}

/// A zip archive without compression.
private struct StoredArchive {
  private(set) var bytes: [UInt8] = []
  private var directory: [UInt8] = []

  init(parts: [ArraySlice<UInt8>]) {
    let names = ["xl/sheet.xml", "xl/strings.xml", "xl/styles.xml", "xl/workbook.xml", "xl/_rels/workbook.xml.rels"]
    let fixed = Array(zip(names, parts)).map { ($0, Array($1)) } + zip(names, defaults).dropFirst(parts.count)
    for (name, content) in fixed { add(name, content) }
    let start = bytes.count
    bytes += directory
    put(&bytes, 0x0605_4B50, 4)
    for value in [0, 0, fixed.count, fixed.count] { put(&bytes, value, 2) }
    put(&bytes, directory.count, 4)
    put(&bytes, start, 4)
    put(&bytes, 0, 2)
  }

  private mutating func add(_ name: String, _ content: [UInt8]) {
    let offset = bytes.count
    var common: [UInt8] = []
    for value in [20, 0, 0, 0, 0x21] { put(&common, value, 2) }
    put(&common, Int(crc(content)), 4)
    put(&common, content.count, 4)
    put(&common, content.count, 4)
    put(&common, name.utf8.count, 2)
    put(&common, 0, 2)
    put(&bytes, 0x0403_4B50, 4)
    bytes += common + Array(name.utf8) + content
    put(&directory, 0x0201_4B50, 4)
    put(&directory, 20, 2)
    directory += common
    put(&directory, 0, 2 + 2 + 2)
    put(&directory, 0, 4)
    put(&directory, offset, 4)
    directory += name.utf8
  }

  private func put(_ bytes: inout [UInt8], _ value: Int, _ length: Int) {
    for index in 0..<length { bytes.append(UInt8(truncatingIfNeeded: value >> (8 * index))) }
  }

  private func crc(_ bytes: [UInt8]) -> UInt32 {
    var crc = UInt32.max
    for byte in bytes {
      crc ^= UInt32(byte)
      for _ in 0..<8 { crc = crc & 1 == 1 ? crc >> 1 ^ 0xEDB8_8320 : crc >> 1 }
    }
    return ~crc
  }
}

private let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
private let defaults: [[UInt8]] = [
  "", "<sst><si><t>a</t></si></sst>",
  "<styleSheet><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"22\"/></cellXfs></styleSheet>",
  "<workbook xmlns:r=\"\(office)\"><sheets><sheet name=\"a\" r:id=\"a\"/></sheets></workbook>",
  "<Relationships><Relationship Id=\"a\" Type=\"/worksheet\" Target=\"sheet.xml\"/><Relationship Id=\"b\" Type=\"/sharedStrings\" Target=\"strings.xml\"/>"
    + "<Relationship Id=\"c\" Type=\"/styles\" Target=\"styles.xml\"/></Relationships>",
].map { Array($0.utf8) }
