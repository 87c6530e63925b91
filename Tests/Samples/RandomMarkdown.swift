/// Random Markdown of any shape; what it may hold beyond CommonMark is chosen by `additions`.
public struct RandomMarkdown {
  public struct Additions: OptionSet, Sendable {
    public let rawValue: Int
    public init(rawValue: Int) { self.rawValue = rawValue }
    public static let tables = Additions(rawValue: 1)
    public static let strikethrough = Additions(rawValue: 2)
  }

  private var random: SeededGenerator
  private let additions: Additions

  public init(seed: UInt64, additions: Additions = []) {
    random = SeededGenerator(seed: seed)
    self.additions = additions
  }

  public mutating func document() -> String {
    var lines: [String] = []
    for _ in 0...random.number(1...8) {
      lines += block(depth: 0)
      if random.chance(75) { lines.append("") }
    }
    return lines.joined(separator: "\n") + (random.chance(90) ? "\n" : "")
  }

  // MARK: Blocks

  private mutating func block(depth: Int) -> [String] {
    let sort = random.number(below: additions.contains(.tables) ? 24 : 19)
    switch sort {
    case 0: return [String(repeating: "#", count: random.number(1...7)) + (random.chance(90) ? " " : "") + inline()]
    case 1: return [inline(), random.pick(["---", "===", "-", "==", "- -"])]
    case 2: return [random.pick(["***", "---", "_ _ _", " * * *", "--", "+++"])]
    case 3: return (0...random.number(below: 3)).map { _ in "    " + inline() }
    case 4:
      let fence = random.pick(["```", "~~~", "````", " ```"])
      let end = random.chance(85) ? [fence] : []
      return [fence + random.pick(["", " swift", "chart"])] + (0..<random.number(below: 3)).map { _ in inline() } + end
    case 5: return [random.pick(["<div>", "<!-- x", "<p>a</p>", "</div>", "<?x?>"]), inline()]
    case 6: return ["[\(word())]: /\(word())" + random.pick(["", " \"\(word())\"", " skräp"]), ""]
    case 7...8 where depth < 4:
      // cmark-gfm reads one cell too many in a header that continues a quote lazily, so no such lines beside tables.
      return nested(depth).map { (additions.isEmpty ? random.pick(["> ", "> ", "> ", ">", ""]) : "> ") + $0 }
    case 9...12 where depth < 4: return list(depth)
    case 19...23: return table()
    default: return (0...random.number(below: 3)).map { _ in random.pick(["", "", "", " ", "  ", additions.isEmpty ? "\t" : ""]) + inline() }
    }
  }

  private mutating func nested(_ depth: Int) -> [String] {
    var lines: [String] = []
    for _ in 0...random.number(below: 3) {
      lines += block(depth: depth + 1)
      if random.chance(40) { lines.append("") }
    }
    return lines
  }

  private mutating func list(_ depth: Int) -> [String] {
    var lines: [String] = []
    var number = random.pick([1, 1, 1, 0, 2, 7, 10])
    let mark = random.pick(["-", "*", "+", ".", ")"])
    for _ in 0...random.number(below: 4) {
      let start = mark == "." || mark == ")" ? "\(number)\(mark)" : mark
      let gap = random.pick([" ", " ", " ", "  ", "   ", additions.isEmpty ? "\t" : " "])
      let inner = random.chance(75) ? [inline()] : nested(depth)
      for (index, line) in inner.enumerated() {
        let isStraight = line.contains("|") || random.chance(90)
        let indent = String(repeating: " ", count: isStraight ? start.count + gap.count : random.number(below: 7))
        lines.append(index == 0 ? start + gap + line : line.isEmpty ? "" : indent + line)
      }
      if random.chance(20) { lines.append("") }
      number += 1
    }
    return lines
  }

  /// A table, or what nearly is one.
  private mutating func table() -> [String] {
    let columns = random.number(1...4)
    var lines: [String] = random.chance(20) ? [inline()] : []
    lines.append(row(columns + (random.chance(8) ? 1 : 0)) { $0.cell() })
    let dashes = ["-", "---", ":--", "--:", ":-:", ":-", " --- ", "----------"]
    lines.append(row(columns) { $0.random.chance(97) ? $0.random.pick(dashes) : "x" })
    for _ in 0..<random.number(below: 5) {
      lines.append(row(random.chance(75) ? columns : random.number(1...5)) { $0.cell() })
    }
    if random.chance(15) { lines += block(depth: 4) }
    return lines
  }

  private mutating func row(_ columns: Int, _ cell: (inout RandomMarkdown) -> String) -> String {
    let cells = (0..<columns).map { _ in cell(&self) }
    let gap = random.pick([" | ", "|", " |"])
    let isClosed = columns == 1 || random.chance(70)
    let line = isClosed ? "|" + cells.joined(separator: gap) + "|" : cells.joined(separator: gap)
    // A lone pipe is a paragraph in one place and a row in another; nobody writes it.
    return line.allSatisfy { "| ".contains($0) } ? "| \(word()) |" : line
  }

  private mutating func cell() -> String {
    let line = inline().split(separator: "\n").joined(separator: " ")
    return random.pick([word(), line, " \(word()) ", "", "`a \\| b`", "a \\| b", "*\(word())*", "[\(word())]", " "])
  }

  // MARK: Inline

  private mutating func inline() -> String {
    // Tildes beside other marks: cmark-gfm looks through them, which no specification says.
    let separators = additions.contains(.strikethrough) ? [" "] : [" ", " ", " ", ""]
    return (0...random.number(below: 7)).map { _ in piece(depth: 0) }.joined(separator: random.pick(separators))
  }

  private mutating func piece(depth: Int) -> String {
    let sort = random.number(below: 34)
    if depth > 2 { return word() }
    switch sort {
    case 0: return "*" + piece(depth: depth + 1) + "*"
    case 1: return "**" + piece(depth: depth + 1) + "**"
    case 2: return "_" + piece(depth: depth + 1) + "_"
    case 3: return "`" + word() + "`"
    case 4: return "[" + piece(depth: depth + 1) + "](/\(word()))"
    case 5: return "[\(word())]"
    case 6: return "![\(word())](/\(word()).png)"
    case 7: return "\\" + random.pick(["*", "_", "`", "[", "\\", "#", "å", "!", "-"])
    case 8: return random.pick(["<https://ekvik.example/\(word())>", "<a@ekvik.example>", "<b>x</b>", "<!-- k -->"])
    case 9: return random.pick(["&amp;", "&auml;", "&#229;", "&x;", "&"])
    case 10: return random.pick(["*", "_", "**", "`", "[", "]", "(", ")", "!", "<", ">", "#", "-", "+", "1.", "2)", "\"", "’"])
    case 11: return word() + random.pick(["  ", "\\"]) + "\n" + word()
    case 12...13 where additions.contains(.strikethrough) && depth == 0:
      let mark = random.pick(["~~", "~~", "~"])
      return mark + random.pick(["\(word()) *\(word())* ", "", "**\(word())**, ", "`\(word())` "]) + word() + mark
    case 14 where additions.contains(.strikethrough) && depth == 0:
      return random.pick(["~", "~~", "\\~", "~~~", "a~b", "c~~d", "~\(word())", "\(word())~~"])
    default: return word()
    }
  }

  private static let words = [
    "telefon", "lås", "åtgärd", "ö", "Ekvik", "rutin", "EC", "besök", "nyckel", "i", "natt", "Ä", "vård", "123", "a", "två",
  ]

  private mutating func word() -> String { random.pick(Self.words) }
}
