/// How wide text may become, without knowing the font: a little wider than in any of the common sans-serif ones.
enum TextMeasure {
  static func width(of text: some StringProtocol, size: Double, isBold: Bool = false) -> Double {
    text.unicodeScalars.reduce(0) { $0 + units(of: $1) } * size * (isBold ? 1.1 : 1)
  }

  /// In parts of the font's size; near the widths of DejaVu Sans, which is wider than Arial, Roboto and Segoe UI.
  private static func units(of scalar: Unicode.Scalar) -> Double {
    switch scalar {
    case "i", "j", "l", "I", "'", "|", ".", ",", ":", ";", "!", " ", "\u{A0}": 0.35
    case "f", "t", "r", "(", ")", "-", "/", "[", "]", "\"": 0.43
    case "m", "M", "W", "@", "%", "…", "—": 1
    case "w": 0.83
    case "A"..."Z", "Å", "Ä", "Ö", "+", "−", "<", ">", "=", "≥", "≤": 0.84
    case "\u{300}"..."\u{36F}", "\u{200B}"..."\u{200F}": 0
    case "\u{20}"..."\u{24F}", "–", "’", "”": 0.65
    default: scalar.value < 0x600 ? 0.9 : 1.2
    }
  }

  /// The text in lines no wider than `width`, shortened with "…" when `maxLines` do not hold it.
  ///
  /// Lines break at spaces; within a word only when it is wider than a line.
  static func wrap(_ text: String, width: Double, size: Double, maxLines: Int, isBold: Bool = false) -> Wrapped {
    func fits(_ line: String) -> Bool { Self.width(of: line, size: size, isBold: isBold) <= width }
    var lines: [String] = []
    var line = ""
    var isBroken = false
    for word in text.split(separator: " ").map(String.init) {
      let longer = line.isEmpty ? word : line + " " + word
      if fits(longer) {
        line = longer
        continue
      }
      if !line.isEmpty { lines.append(line) }
      line = word
      while !fits(line), lines.count <= maxLines {
        isBroken = true
        let head = brokenHead(of: line, fits)
        lines.append(head.last == "-" ? head : head + "-")
        line.removeFirst(head.count)
      }
    }
    if !line.isEmpty { lines.append(line) }
    guard lines.count > max(1, maxLines) else { return Wrapped(lines: lines, isShortened: false, isBroken: isBroken) }
    var last = lines[max(1, maxLines) - 1]
    while !last.isEmpty, !fits(last + "…") { last.removeLast() }
    while let end = last.last, end == " " || end == "-" { last.removeLast() }
    return Wrapped(lines: lines.prefix(max(1, maxLines) - 1) + [last + "…"], isShortened: true, isBroken: isBroken)
  }

  struct Wrapped {
    var lines: [String]
    var isShortened: Bool
    /// A word was wider than a line.
    var isBroken = false
  }

  /// As much of a word as fits before a hyphen, at least one letter; up to a hyphen of its own where it has one.
  private static func brokenHead(of word: String, _ fits: (String) -> Bool) -> String {
    var head = ""
    for letter in word {
      if !head.isEmpty, !fits(head + String(letter) + "-") { break }
      head.append(letter)
    }
    if let hyphen = head.lastIndex(of: "-"), hyphen > head.startIndex { return String(head[...hyphen]) }
    return head.count == word.count ? String(head.dropLast()) : head
  }
}
