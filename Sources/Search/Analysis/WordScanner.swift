/// Text → words in the form in which they are compared: lower case, å ä ö kept, other accents as their letters.
///
/// Runs of letters and digits are words; everything else stands between them. The reader's side does the same
/// (`words` in `search-words.js`).
enum WordScanner {
  /// Longer words are cut.
  static let lengthLimit = 80

  static func words(in text: String) -> [[UInt8]] {
    var found: [[UInt8]] = []
    Array(text.utf8).withUnsafeBufferPointer { scan($0) { word, _ in found.append(Array(word)) } }
    return found
  }

  /// Calls `body` with each word; the bytes are valid during the call only.
  static func scan(_ text: UnsafeBufferPointer<UInt8>, _ body: (UnsafeBufferPointer<UInt8>, WordHash) -> Void) {
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: lengthLimit) { word in
      var count = 0
      var hash = WordHash()
      var index = 0
      func end() {
        if count == 0 { return }
        body(UnsafeBufferPointer(rebasing: word[..<count]), hash)
        count = 0
        hash = WordHash()
      }
      func append(_ byte: UInt8) {
        if count == lengthLimit { return }
        word[count] = byte
        hash.add(byte)
        count += 1
      }
      let letters = ascii.utf8Start
      while index < text.count {
        let byte = text[index]
        if byte < 0x80 {
          // Most of a text is runs of such letters.
          let start = index
          var letter = letters[Int(byte)]
          while letter > 0x20, count < lengthLimit {
            word[count] = letter
            hash.add(letter)
            count += 1
            index += 1
            letter = index < text.count && text[index] < 0x80 ? letters[Int(text[index])] : 0
          }
          if index > start { continue }
          if letter == 0x20 { end() }
          index += 1
          continue
        }
        if byte == 0xC3, index + 1 < text.count {
          let second = text[index + 1]
          let letter = latin(second)
          if letter == 1 {
            append(0xC3)
            append(second | 0x20)
            index += 2
            continue
          } else if letter != 0 {
            append(letter)
            index += 2
            continue
          }
        }
        let (letters, width) = other(text[index...])
        index += width
        guard let letters else {
          end()
          continue
        }
        for letter in letters.utf8 { append(letter) }
      }
      end()
    }
  }

  /// Letters in lower case and digits in their places, spaces in all others.
  private static let ascii: StaticString =
    "                                                0123456789       abcdefghijklmnopqrstuvwxyz      abcdefghijklmnopqrstuvwxyz     "

  /// U+00C0–U+00FF by their second byte: 1 for å ä ö, 0 for what is no single letter.
  private static func latin(_ byte: UInt8) -> UInt8 {
    let letters: StaticString = "aaaa\u{1}\u{1}\0ceeeeiiii\0noooo\u{1}\0ouuuuy\0\0"
    if byte == 0xBF { return UInt8(ascii: "y") }
    return letters.utf8Start[Int(byte & 0x1F)]
  }

  /// What becomes of any other character: nil for a separator, nothing for a combining mark or a soft hyphen.
  private static func other(_ rest: Slice<UnsafeBufferPointer<UInt8>>) -> (String?, width: Int) {
    let start = rest.startIndex
    if rest[start] == 0xE2, rest.count > 2, rest[start + 1] == 0x80 { return (nil, 3) }
    if rest[start] == 0xC2, rest.count > 1, rest[start + 1] == 0xA0 || rest[start + 1] == 0xB7 { return (nil, 2) }
    var iterator = rest.makeIterator()
    var decoder = UTF8()
    guard case .scalarValue(let scalar) = decoder.decode(&iterator) else { return (nil, 1) }
    let width = UTF8.width(scalar)
    switch scalar {
    case "\u{300}"..."\u{36F}", "\u{AD}": return ("", width)
    case "Æ", "æ": return ("ae", width)
    case "ß": return ("ss", width)
    default:
      let isWord = scalar.properties.isAlphabetic || scalar.properties.numericType != nil
      return (isWord ? scalar.properties.lowercaseMapping : nil, width)
    }
  }
}
