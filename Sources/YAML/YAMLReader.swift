internal import CYAML
public import Diagnostics

/// YAML text → nodes with positions, by libyaml; the one file that touches it.
///
/// Anchors, aliases and tags are refused: nobody who writes these files needs them, and an alias can make a small file endless.
public enum YAMLReader {
  static let depthLimit = 32
  static let nodeLimit = 200_000

  /// The document's node (nil when empty or invalid) and what is wrong with it.
  ///
  /// `firstLine` is the line of `file` on which `bytes` begins.
  public static func read(_ bytes: [UInt8], file: String, firstLine: Int = 1) -> (YAMLNode?, [Diagnostic]) {
    do throws(Fault) {
      var parser = Parser(bytes, file: file, firstLine: firstLine)
      return (try parser.document(), [])
    } catch {
      return (nil, [error.diagnostic])
    }
  }
}

struct Fault: Error {
  var diagnostic: Diagnostic
}

/// libyaml's event parser; it owns the input for as long as libyaml reads it.
private struct Parser: ~Copyable {
  private let handle: UnsafeMutablePointer<yaml_parser_t>
  private let input: UnsafeMutableBufferPointer<UInt8>
  private let file: String
  private let firstLine: Int
  private var nodeCount = 0

  init(_ bytes: [UInt8], file: String, firstLine: Int) {
    handle = .allocate(capacity: 1)
    handle.initialize(to: yaml_parser_t())
    input = .allocate(capacity: bytes.count)
    _ = input.initialize(from: bytes)
    self.file = file
    self.firstLine = firstLine
    yaml_parser_initialize(handle)
    yaml_parser_set_encoding(handle, YAML_UTF8_ENCODING)
    yaml_parser_set_input_string(handle, input.baseAddress, bytes.count)
  }

  deinit {
    yaml_parser_delete(handle)
    handle.deallocate()
    input.deallocate()
  }

  mutating func document() throws(Fault) -> YAMLNode? {
    guard input.count > 0 else { return nil }
    while true {
      let event = try next()
      switch event.kind {
      case YAML_STREAM_START_EVENT, YAML_DOCUMENT_START_EVENT: continue
      case YAML_STREAM_END_EVENT: return nil
      default:
        let root = try node(from: event, depth: 0)
        try expectEnd()
        return root
      }
    }
  }

  private mutating func expectEnd() throws(Fault) {
    while true {
      let event = try next()
      switch event.kind {
      case YAML_DOCUMENT_END_EVENT: continue
      case YAML_STREAM_END_EVENT: return
      default:
        throw fault(
          at: event.range,
          Message(sv: "Filen innehåller mer än ett YAML-dokument.", en: "The file holds more than one YAML document."),
          help: Message(sv: "Ta bort raden med bara `---`.", en: "Remove the line that is only `---`."))
      }
    }
  }

  private mutating func node(from event: Event, depth: Int) throws(Fault) -> YAMLNode {
    nodeCount += 1
    if depth > YAMLReader.depthLimit || nodeCount > YAMLReader.nodeLimit {
      throw fault(
        at: event.range,
        Message(
          sv: "YAML-texten är för djupt nästlad eller för stor.", en: "The YAML is nested too deeply or too large."),
        help: Message(sv: "Dela upp filen.", en: "Split the file."))
    }
    if event.hasAnchorOrTag {
      throw fault(
        at: event.range,
        Message(
          sv: "Ankare (&), alias (*) och taggar (!) används inte här.",
          en: "Anchors (&), aliases (*) and tags (!) are not used here."),
        help: Message(
          sv: "Skriv ut värdet, eller sätt citattecken runt texten om tecknet hör till den.",
          en: "Write the value out, or quote the text if the character belongs to it."))
    }
    var range = event.range
    switch event.kind {
    case YAML_SCALAR_EVENT:
      return YAMLNode(content: .scalar(event.text, plain: event.isPlain), range: range)
    case YAML_SEQUENCE_START_EVENT:
      var items: [YAMLNode] = []
      while true {
        let inner = try next()
        if inner.kind == YAML_SEQUENCE_END_EVENT {
          (range.endLine, range.endColumn) = (inner.range.endLine, inner.range.endColumn)
          return YAMLNode(content: .sequence(items), range: range)
        }
        items.append(try node(from: inner, depth: depth + 1))
      }
    case YAML_MAPPING_START_EVENT:
      var entries: [YAMLNode.Entry] = []
      while true {
        let inner = try next()
        if inner.kind == YAML_MAPPING_END_EVENT {
          (range.endLine, range.endColumn) = (inner.range.endLine, inner.range.endColumn)
          return YAMLNode(content: .mapping(entries), range: range)
        }
        let key = try node(from: inner, depth: depth + 1)
        let value = try node(from: try next(), depth: depth + 1)
        entries.append(YAMLNode.Entry(key: key, value: value))
      }
    default:
      throw fault(
        at: range, Message(sv: "Oväntat innehåll i YAML.", en: "Unexpected content in the YAML."), help: nil)
    }
  }

  private struct Event {
    var kind: yaml_event_type_t
    var range: SourceRange
    var text = ""
    var isPlain = false
    var hasAnchorOrTag = false
  }

  private mutating func next() throws(Fault) -> Event {
    var raw = yaml_event_t()
    guard yaml_parser_parse(handle, &raw) == 1 else { throw parseFault() }
    defer { yaml_event_delete(&raw) }
    var event = Event(kind: raw.type, range: range(raw.start_mark, raw.end_mark))
    switch raw.type {
    case YAML_SCALAR_EVENT:
      let scalar = raw.data.scalar
      event.text = String(decoding: UnsafeBufferPointer(start: scalar.value, count: scalar.length), as: UTF8.self)
      event.isPlain = scalar.style == YAML_PLAIN_SCALAR_STYLE
      event.hasAnchorOrTag = scalar.anchor != nil || scalar.tag != nil
    case YAML_SEQUENCE_START_EVENT:
      event.hasAnchorOrTag = raw.data.sequence_start.anchor != nil || raw.data.sequence_start.tag != nil
    case YAML_MAPPING_START_EVENT:
      event.hasAnchorOrTag = raw.data.mapping_start.anchor != nil || raw.data.mapping_start.tag != nil
    case YAML_ALIAS_EVENT: event.hasAnchorOrTag = true
    default: break
    }
    return event
  }

  private func range(_ start: yaml_mark_t, _ end: yaml_mark_t) -> SourceRange {
    SourceRange(
      file: file, line: Int(start.line) + firstLine, column: Int(start.column) + 1,
      endLine: Int(end.line) + firstLine, endColumn: Int(end.column) + 1)
  }

  private func parseFault() -> Fault {
    let parser = handle.pointee
    let mark = parser.problem_mark
    let place = SourceRange(file: file, line: Int(mark.line) + firstLine, column: Int(mark.column) + 1)
    let reason = parser.problem.map { String(cString: $0) } ?? "unreadable"
    let (message, help) = Self.explained(reason)
    return fault(at: place, message, help: help)
  }

  /// libyaml's commonest complaints in words an editor can act on.
  private static func explained(_ reason: String) -> (Message, Message) {
    let quote = Message(
      sv: "Sätt citattecken runt värden som innehåller kolon, #, [ eller {.",
      en: "Quote values that contain a colon, #, [ or {.")
    if reason.contains("mapping values are not allowed") {
      return (
        Message(sv: "Ett kolon står där det inte kan stå.", en: "A colon stands where it cannot."), quote
      )
    }
    if reason.contains("tab") || reason.contains("cannot start any token") {
      return (
        Message(
          sv: "Raden börjar med ett tecken som YAML inte tillåter här.", en: "YAML does not allow this character here."),
        Message(
          sv: "Använd mellanslag i stället för tabb, och citattecken runt värden som börjar med @, ` eller %.",
          en: "Use spaces instead of tabs, and quote values that begin with @, ` or %.")
      )
    }
    if reason.contains("could not find expected ':'") {
      return (
        Message(sv: "Ett kolon saknas efter nyckeln.", en: "A colon is missing after the key."),
        Message(sv: "Skriv `nyckel: värde`.", en: "Write `key: value`.")
      )
    }
    if reason.contains("unexpected end of stream") || reason.contains("found unexpected") {
      return (
        Message(sv: "Ett citattecken eller en klammer är inte avslutad.", en: "A quote or bracket is not closed."),
        Message(sv: "Avsluta med samma tecken som du började med.", en: "Close with the character you began with.")
      )
    }
    return (
      Message(sv: "YAML-texten kan inte läsas (\(reason)).", en: "The YAML cannot be read (\(reason))."),
      Message(
        sv: "Kontrollera indrag, kolon och citattecken på raden.",
        en: "Check indentation, colons and quotes on the line.")
    )
  }

  private func fault(at range: SourceRange, _ message: Message, help: Message?) -> Fault {
    Fault(diagnostic: Diagnostic(.invalidYAML, range, message, help: help))
  }
}
