extension ContactScanner {
  /// A Swedish telephone number that begins at `index`: `08-510 220 00`, `070-174 06 05`, `0980-31 92 00`, `+46 8 510 220 00`,
  /// `+46 (0)8-510 220 00`.
  ///
  /// Digits that stand in groups are taken as far as they make a number: what follows may be another one, a date or a time.
  static func telephone(in text: [UInt8], at index: Int, end: Int) -> Found? {
    var number = Number(text: text, start: index, end: end)
    guard number.readPrefix() else { return nil }
    var best: (end: Int, count: Int)?
    while number.readGroup() {
      if number.isWhole, number.endsCleanly { best = (number.position, number.digits.count) }
      if number.digits.count > 13 || !number.skipGap() { break }
    }
    guard let best else { return nil }
    let digits = number.digits.prefix(best.count)
    let address = number.isInternational ? "tel:+" + digits.string : "tel:+46" + digits.dropFirst().string
    return Found(kind: .telephone, range: index..<best.end, address: address)
  }

  /// A number on its way from left to right.
  private struct Number {
    let text: [UInt8]
    let end: Int
    var position: Int
    var digits: [UInt8] = []
    var isInternational = false
    /// Digits before the hyphen; nil when there is none.
    private var areaLength: Int?

    init(text: [UInt8], start: Int, end: Int) {
      self.text = text
      self.end = end
      position = start
    }

    /// `+`, or the zero of an area code, which is left for the first group.
    mutating func readPrefix() -> Bool {
      guard text[position] == UInt8(ascii: "+") else { return text[position] == UInt8(ascii: "0") }
      isInternational = true
      position += 1
      return true
    }

    mutating func readGroup() -> Bool {
      let start = position
      while position < end, text[position].isDigit, digits.count < 16 {
        digits.append(text[position])
        position += 1
      }
      return position > start
    }

    /// A hyphen after the area code, or one space between groups.
    mutating func skipGap() -> Bool {
      guard position < end else { return false }
      if isInternational, text[position...].prefix(4).elementsEqual(" (0)".utf8) {
        position += 4
        return true
      }
      switch text[position] {
      case UInt8(ascii: "-") where areaLength == nil && (isInternational || (2...4).contains(digits.count)):
        areaLength = digits.count
        position += 1
        if position < end, text[position] == 0x20 { position += 1 }
      case 0x20: position += 1
      case 0xC2 where position + 1 < end && text[position + 1] == 0xA0: position += 2
      default: return false
      }
      return true
    }

    /// Whether the digits so far are a number that somebody can be reached on.
    var isWhole: Bool {
      if isInternational { return digits.first != UInt8(ascii: "0") && (9...13).contains(digits.count) }
      guard digits.count > 1, digits[1] != UInt8(ascii: "0") else { return false }
      let isMobile = digits[1] == UInt8(ascii: "7")
      switch areaLength {
      case nil: return isMobile && digits.count == 10
      // Stockholm alone has two digits.
      case 2: return digits[1] == UInt8(ascii: "8") && (8...10).contains(digits.count)
      case 3: return (isMobile ? 10...10 : 8...10).contains(digits.count)
      default: return (9...10).contains(digits.count)
      }
    }

    /// No letter or digit follows, nor a hyphen that would make this a part of something else.
    var endsCleanly: Bool {
      guard position < end else { return true }
      let isHyphenated = text[position] == UInt8(ascii: "-") && position + 1 < end && text[position + 1].isDigit
      return !text[position].isDigit && !text[position].isASCIILetter && (!isHyphenated || digits.count == 10)
    }
  }
}
