/// What a stretch of XML says, as a list: tags, attributes and text in the order in which they stand.
///
/// Attributes follow their tag at once. Only names of `XMLName` in the document's own namespace are told apart.
struct XMLTape {
  enum Kind: UInt8 {
    case start, attribute, text, end
  }

  struct Event {
    var kind: Kind
    var name: XMLName
    /// The attribute's value or the text, in `bytes`.
    var range: Range<UInt32>
  }

  private(set) var events: [Event] = []
  private(set) var bytes: [UInt8] = []
  private var open: [XMLName] = []
  /// Why no more is taken.
  private(set) var stop: WorkbookFault?

  /// Empties the tape; what is open stays open.
  mutating func rewind() {
    events.removeAll(keepingCapacity: true)
    bytes.removeAll(keepingCapacity: true)
  }

  func value(of event: Event) -> ArraySlice<UInt8> {
    bytes[Int(event.range.lowerBound)..<Int(event.range.upperBound)]
  }

  /// Says whether the element may stand this deep.
  mutating func start(_ name: XMLName, depthLimit: Int) -> Bool {
    if open.count >= depthLimit {
      stop = .tooLarge(.depth)
      return false
    }
    open.append(name)
    events.append(Event(kind: .start, name: name, range: 0..<0))
    return true
  }

  mutating func attribute(_ name: XMLName, _ value: UnsafeBufferPointer<UInt8>) {
    append(.attribute, name, value)
  }

  /// Text of elements that hold no part of a cell is dropped.
  mutating func text(_ text: UnsafeBufferPointer<UInt8>) {
    guard let name = open.last, name.holdsText else { return }
    append(.text, name, text)
  }

  mutating func end() {
    guard let name = open.popLast() else { return }
    events.append(Event(kind: .end, name: name, range: 0..<0))
  }

  mutating func refuse(_ fault: WorkbookFault) { stop = fault }

  private mutating func append(_ kind: Kind, _ name: XMLName, _ value: UnsafeBufferPointer<UInt8>) {
    let start = UInt32(truncatingIfNeeded: bytes.count)
    bytes.append(contentsOf: value)
    events.append(Event(kind: kind, name: name, range: start..<UInt32(truncatingIfNeeded: bytes.count)))
  }
}
