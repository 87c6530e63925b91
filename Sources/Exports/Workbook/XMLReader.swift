internal import CExpat
internal import Glibc

/// XML as a tape of events, a stretch at a time; the one file that touches expat.
///
/// A document type is refused where it begins, so there are no entities but XML's own five.
struct XMLReader: ~Copyable {
  private static let chunk: Int32 = 64 << 10

  private let parser: XML_Parser
  private let state: UnsafeMutablePointer<ParserState>
  private let part: String
  private let limits: WorkbookLimits
  private var fed = 0
  private var consumed = 0
  private(set) var isAtEnd = false
  /// What the latest stretch says.
  private(set) var tape = XMLTape()

  /// `part` is what faults call the document.
  init(part: String, limits: WorkbookLimits) throws(WorkbookFault) {
    guard let parser = XML_ParserCreateNS(nil, XML_Char(separator)) else { throw .damaged(part: part) }
    self.parser = parser
    self.part = part
    self.limits = limits
    state = .allocate(capacity: 1)
    state.initialize(to: ParserState(parser: parser, part: part, depthLimit: limits.depth))
    XML_SetUserData(parser, state)
    XML_SetElementHandler(parser, startElement, endElement)
    XML_SetCharacterDataHandler(parser, characters)
    XML_SetStartDoctypeDeclHandler(parser, startDoctype)
  }

  deinit {
    XML_ParserFree(parser)
    state.deinitialize(count: 1)
    state.deallocate()
  }

  /// Reads the next stretch from `source`, which fills a buffer and says how much it put there, 0 at the end.
  mutating func advance(
    from source: (UnsafeMutableRawBufferPointer) throws(WorkbookFault) -> Int
  ) throws(WorkbookFault) {
    guard let buffer = XML_GetBuffer(parser, Self.chunk) else { throw .tooLarge(.token) }
    let count = try source(UnsafeMutableRawBufferPointer(start: buffer, count: Int(Self.chunk)))
    fed += count
    tape.rewind()
    swap(&tape, &state.pointee.tape)
    let status = XML_ParseBuffer(parser, Int32(count), count == 0 ? 1 : 0)
    swap(&tape, &state.pointee.tape)
    if status != XML_STATUS_OK { throw tape.stop ?? fault() }
    isAtEnd = count == 0
    // A tag without an end would be read again from its start with every stretch.
    let index = Int(XML_GetCurrentByteIndex(parser))
    if index > consumed { consumed = index }
    if fed - consumed > limits.token { throw .tooLarge(.token) }
  }

  private func fault() -> WorkbookFault {
    switch XML_GetErrorCode(parser) {
    case XML_ERROR_UNKNOWN_ENCODING, XML_ERROR_INCORRECT_ENCODING: .unknownEncoding(part: part)
    case XML_ERROR_NO_MEMORY: .tooLarge(.token)
    default: .damaged(part: part)
    }
  }
}

/// Stands between a namespace and a name; no XML holds it.
private let separator: UInt8 = 1

/// What the handlers write to.
private struct ParserState {
  let parser: XML_Parser
  let part: String
  let depthLimit: Int
  var tape = XMLTape()
  /// The root's namespace with the separator; elements in any other are unknown.
  var namespace: [CChar]?

  mutating func start(_ name: UnsafePointer<XML_Char>, _ attributes: UnsafeMutablePointer<UnsafePointer<XML_Char>?>) {
    if namespace == nil { namespace = Self.namespace(of: name) }
    guard tape.start(elementName(name), depthLimit: depthLimit) else {
      XML_StopParser(parser, 0)
      return
    }
    var next = attributes
    while let name = next[0], let value = next[1] {
      let known = Self.attributeName(name)
      if known != .other { tape.attribute(known, bytes(value, strlen(value))) }
      next += 2
    }
  }

  mutating func refuseDoctype() {
    tape.refuse(.doctype(part: part))
    XML_StopParser(parser, 0)
  }

  private static func namespace(of name: UnsafePointer<XML_Char>) -> [CChar] {
    guard let end = strchr(name, Int32(separator)) else { return [] }
    return Array(UnsafeBufferPointer(start: name, count: end - UnsafeMutablePointer(mutating: name) + 1))
  }

  private func elementName(_ name: UnsafePointer<XML_Char>) -> XMLName {
    guard let namespace, strncmp(name, namespace, namespace.count) == 0 else { return .other }
    let local = name + namespace.count
    return XMLName(UnsafeBufferPointer(start: local, count: strlen(local)))
  }

  /// Attributes with a prefix are unknown but for `xml:space` and a relation's `id`.
  private static func attributeName(_ name: UnsafePointer<XML_Char>) -> XMLName {
    let length = strlen(name)
    let known = XMLName(UnsafeBufferPointer(start: name, count: length))
    if known != .other || length <= 16 { return known }
    guard let end = strchr(name, Int32(separator)) else { return .other }
    let local = XMLName(UnsafeBufferPointer(start: end + 1, count: strlen(end + 1)))
    return local == .space || local == .id ? local : .other
  }
}

private func bytes(_ start: UnsafePointer<XML_Char>, _ count: Int) -> UnsafeBufferPointer<UInt8> {
  UnsafeBufferPointer(start: UnsafeRawPointer(start).assumingMemoryBound(to: UInt8.self), count: count)
}

private func startElement(
  _ data: UnsafeMutableRawPointer?, _ name: UnsafePointer<XML_Char>?,
  _ attributes: UnsafeMutablePointer<UnsafePointer<XML_Char>?>?
) {
  guard let data, let name, let attributes else { return }
  data.assumingMemoryBound(to: ParserState.self).pointee.start(name, attributes)
}

private func endElement(_ data: UnsafeMutableRawPointer?, _ name: UnsafePointer<XML_Char>?) {
  data?.assumingMemoryBound(to: ParserState.self).pointee.tape.end()
}

private func characters(_ data: UnsafeMutableRawPointer?, _ text: UnsafePointer<XML_Char>?, _ count: Int32) {
  guard let data, let text else { return }
  data.assumingMemoryBound(to: ParserState.self).pointee.tape.text(bytes(text, Int(count)))
}

private func startDoctype(
  _ data: UnsafeMutableRawPointer?, _ name: UnsafePointer<XML_Char>?, _ system: UnsafePointer<XML_Char>?,
  _ publicID: UnsafePointer<XML_Char>?, _ hasInternalSubset: Int32
) {
  data?.assumingMemoryBound(to: ParserState.self).pointee.refuseDoctype()
}
