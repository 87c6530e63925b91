/// Reads files of exports: bytes to typed rows, and why a file or a row cannot be used.
public struct ExportReader: Sendable {
  public let rules: ExportRules
  let key: IdentityKey
  let jobs: Int
  let scratch: ScratchFile?
  var lookup: ClientLookup?

  /// `jobs` is how many threads may read one file; without `scratch` all visit rows stay in memory.
  public init(rules: ExportRules = ExportRules(), key: IdentityKey, jobs: Int = 1, scratch: ScratchFile? = nil) {
    self.rules = rules
    self.key = key
    self.jobs = max(1, jobs)
    self.scratch = scratch
  }

  static let prefixLength = 1 << 18
  /// UTF-16 is turned into UTF-8 in memory as a whole.
  static let largestUTF16 = 1 << 30

  /// The file's rows, or the reason why it cannot be read.
  public func read(_ file: ExportFile) throws(ExportFault) -> FileReading {
    let prefix = file.bytes.prefix(Self.prefixLength)
    if prefix.isEmpty { throw .empty(file.name) }
    if TextEncoding.isUTF32(prefix) { throw .utf32(file.name) }
    if prefix.starts(with: [0x50, 0x4B, 0x03, 0x04]) || prefix.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) {
      return try readWorkbook(file)
    }
    let isWhole = prefix.count == file.bytes.count
    let (encoding, markLength) = TextEncoding.detected(in: prefix, isWhole: isWhole)
    if case .utf16(let bigEndian) = encoding {
      guard file.bytes.count <= Self.largestUTF16 else { throw .tooLarge(file.name) }
      let all = file.bytes.prefix(file.bytes.count)
      let text = TextEncoding.utf8(fromUTF16: all[markLength...], bigEndian: bigEndian)
      return try read(MemoryBytes(text), name: file.name, encoding: .utf8, markLength: 0)
    }
    return try read(file.bytes, name: file.name, encoding: encoding, markLength: markLength)
  }

  private func read(
    _ bytes: any ByteSource, name: String, encoding: TextEncoding, markLength: Int, notUTF8 badLine: Int? = nil
  ) throws(ExportFault) -> FileReading {
    let prefix = bytes.prefix(Self.prefixLength)
    let isWhole = prefix.count == bytes.count
    let raw = Array(prefix[min(markLength, prefix.count)...])
    let text = encoding == .windows1252 ? Self.utf8(fromWindows1252: raw) : raw
    func line(of offset: Int, in text: [UInt8]) -> Int { 1 + text[..<offset].count { $0 == 0x0A } }
    func twice(_ doubledLine: Int) -> ExportFault {
      // In Windows-1252, what looks like text encoded twice is UTF-8 among text that is not.
      guard encoding == .windows1252 else { return .doubleEncoded(name, line: doubledLine) }
      let valid = raw.withUnsafeBufferPointer { UTF8Check.validLength(of: $0).length }
      return .mixedEncodings(name, line: max(doubledLine, badLine ?? line(of: valid, in: raw)))
    }
    let doubled = text.withUnsafeBufferPointer { UTF8Check.validLength(of: $0).doubled }
    if let doubled { throw twice(line(of: doubled, in: text)) }
    var finder = HeaderFinder(file: name, rules: rules)
    let search = finder.find(in: text, isWhole: isWhole)
    guard let place = search.place, place.match.isComplete else {
      if isWhole, text.allSatisfy({ $0 <= 0x20 || ";,|\"".utf8.contains($0) }) { throw .empty(name) }
      if text.first(where: { $0 > 0x20 }) == UInt8(ascii: "<") { throw .markup(name) }
      if let fault = search.fault { throw .quote(fault, name) }
      throw search.hasColumns ? finder.fault(nearest: search.place?.match) : .singleColumn(name)
    }
    let above = text[..<place.dataOffset]
    let rawAbove = encoding == .windows1252 ? above.count { $0 & 0xC0 != 0x80 } : above.count
    let layout = TextLayout(
      encoding: encoding, separator: place.separator, dataOffset: markLength + rawAbove, dataLine: place.dataLine,
      width: place.match.width, first: place.match.first)
    let reader = TextFileReader(
      name: name, source: bytes, layout: layout,
      context: RowContext(match: place.match, key: key, rules: rules, scratch: scratch, lookup: lookup), jobs: jobs)
    do throws(TextFault) {
      return try reader.read()
    } catch {
      switch error {
      case .notUTF8(let line):
        guard encoding == .utf8 else { throw .brokenText(name) }
        if markLength > 0 { throw .notUTF8(name, line: line) }
        // Headings without å ä ö say nothing; a byte further down does.
        return try read(bytes, name: name, encoding: .windows1252, markLength: markLength, notUTF8: line)
      case .doubled(let line): throw twice(line)
      case .quote(let fault): throw .quote(fault, name)
      }
    }
  }

  private static func utf8(fromWindows1252 bytes: [UInt8]) -> [UInt8] {
    [UInt8](unsafeUninitializedCapacity: bytes.count * 3) { buffer, count in
      guard let out = buffer.baseAddress else { return }
      count = bytes.withUnsafeBufferPointer { TextEncoding.appendWindows1252($0, to: out) }
    }
  }
}
