public import HTML

/// The rendered text with places that only the whole handbook can fill.
public struct Body: Sendable, Hashable {
  /// What goes in at a place.
  public enum Slot: Sendable, Hashable {
    /// A start tag for `references[index]`, or nothing.
    case open(reference: Int)
    /// The end tag that belongs to it.
    case close(reference: Int)
    /// The whole image.
    case image(reference: Int)
    case component(Int)
  }

  public struct Place: Sendable, Hashable {
    /// Byte offset in `html`.
    public var offset: Int
    public var slot: Slot
  }

  public var html: [UInt8] = []
  /// In the order of their offsets.
  public var places: [Place] = []

  /// Takes HTML in which each slot stands as a mark of `Body.mark`.
  init(_ marked: Markup, slots: [Slot]) {
    let bytes = marked.bytes
    if slots.isEmpty {
      html = bytes
      return
    }
    html.reserveCapacity(bytes.count)
    places.reserveCapacity(slots.count)
    var copied = 0
    while let mark = bytes.firstIndex(of: Self.startOfMark, from: copied) {
      var number = 0
      var end = mark + 1
      while end < bytes.count, bytes[end] != Self.endOfMark {
        number = number * 10 + Int(bytes[end] & 15)
        end += 1
      }
      html.append(contentsOf: bytes[copied..<mark])
      if number < slots.count { places.append(Place(offset: html.count, slot: slots[number])) }
      copied = min(end + 1, bytes.count)
    }
    html.append(contentsOf: bytes[copied...])
  }

  /// Control characters that no text can hold: the reader takes them out of the source.
  static let startOfMark: UInt8 = 1
  static let endOfMark: UInt8 = 2

  static func mark(_ slot: Int) -> Markup {
    var mark: [UInt8] = []
    mark.reserveCapacity(8)
    mark.append(startOfMark)
    mark.append(contentsOf: String(slot).utf8)
    mark.append(endOfMark)
    return Markup(trusted: mark)
  }

  /// The finished HTML; `fill` appends what belongs in a slot.
  public func filled(_ fill: (Slot, inout [UInt8]) -> Void) -> Markup {
    if places.isEmpty { return Markup(trusted: html) }
    var out: [UInt8] = []
    out.reserveCapacity(html.count + places.count * 48)
    var copied = 0
    for place in places {
      out.append(contentsOf: html[copied..<place.offset])
      fill(place.slot, &out)
      copied = place.offset
    }
    out.append(contentsOf: html[copied...])
    return Markup(trusted: out)
  }
}
