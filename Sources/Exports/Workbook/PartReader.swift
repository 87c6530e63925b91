/// A part of a workbook, unpacked and parsed a stretch at a time.
struct PartReader: ~Copyable {
  /// As the archive has it.
  let name: String
  private var stream: ZipArchive.Stream
  private var xml: XMLReader
  private var position = 0

  init(_ part: ZipArchive.Part, of archive: borrowing ZipArchive, limits: WorkbookLimits) throws(WorkbookFault) {
    let xml = try XMLReader(part: part.name, limits: limits)
    let stream = try archive.open(part)
    name = part.name
    self.xml = xml
    self.stream = stream
  }

  /// The next event, nil at the end of the part.
  mutating func next() throws(WorkbookFault) -> XMLTape.Event? {
    while position == xml.tape.events.count {
      if xml.isAtEnd { return nil }
      position = 0
      try xml.advance { (buffer) throws(WorkbookFault) in try stream.read(into: buffer) }
    }
    position += 1
    return xml.tape.events[position - 1]
  }

  /// The value of the latest event of `next`.
  func value(of event: XMLTape.Event) -> ArraySlice<UInt8> { xml.tape.value(of: event) }

  func text(of event: XMLTape.Event) -> String { String(decoding: value(of: event), as: UTF8.self) }

  /// Whether a yes-or-no attribute says yes.
  func isTrue(_ event: XMLTape.Event) -> Bool {
    let value = value(of: event)
    return value.elementsEqual("1".utf8) || value.elementsEqual("true".utf8) || value.elementsEqual("on".utf8)
  }
}
