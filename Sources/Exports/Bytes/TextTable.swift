/// Texts that may be kept (ids of units, phones), each once and numbered.
struct TextTable: Sendable {
  private var numbering = Numbering()
  private(set) var texts: [String] = []

  @inline(__always)
  mutating func number(_ cell: Cell, _ key: IdentityKey) -> UInt32 {
    let number = numbering.number(key.hash(cell))
    if Int(number) == texts.count { texts.append(cell.text) }
    return number
  }

  mutating func number(_ text: String, _ key: IdentityKey) -> UInt32 {
    let number = numbering.number(key.hash(Array(text.utf8)))
    if Int(number) == texts.count { texts.append(text) }
    return number
  }
}
