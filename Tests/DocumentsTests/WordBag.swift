import Documents
import HTML

/// How many times each word stands in a text; words are runs of letters and digits, compared as canonically equivalent.
struct WordBag: Equatable {
  private(set) var counts: [String: Int] = [:]

  /// The words of plain text. Marks that may stand within a word do not part it.
  init(plain text: String) {
    var word = ""
    func isPart(_ scalar: Unicode.Scalar) -> Bool {
      scalar.properties.isAlphabetic || scalar.properties.numericType != nil || scalar.properties.generalCategory == .nonspacingMark
        || scalar == "\u{AD}"
    }
    for scalar in text.unicodeScalars {
      if isPart(scalar) {
        word.unicodeScalars.append(scalar)
      } else if !"*_`~\\[]".unicodeScalars.contains(scalar), !word.isEmpty {
        counts[word, default: 0] += 1
        word = ""
      }
    }
    if !word.isEmpty { counts[word, default: 0] += 1 }
  }

  init() {}

  static func + (left: WordBag, right: WordBag) -> WordBag {
    var sum = left
    for (word, count) in right.counts { sum.add(word, count) }
    return sum
  }

  static func - (left: WordBag, right: WordBag) -> WordBag {
    var rest = left
    for (word, count) in right.counts { rest.add(word, -count) }
    return rest
  }

  private mutating func add(_ word: String, _ count: Int) {
    counts[word, default: 0] += count
    if counts[word] == 0 { counts[word] = nil }
  }

  /// What is not in `other`, whatever the number of times.
  func words(missingIn other: WordBag) -> [String] {
    counts.keys.filter { other.counts[$0] == nil }.sorted()
  }
}

// MARK: Source

extension WordBag {
  /// The words of Markdown as a reader of the page would see them: list numbers count, syntax and addresses do not.
  init(source text: String) {
    var fence: Substring?
    var isChecklist = false
    var lines: [String] = []
    for line in text.split(omittingEmptySubsequences: false, whereSeparator: { $0 == "\n" || $0 == "\r\n" }) {
      let mark = line.prefixMatch(of: /[ ]*(```+|~~~+)/)
      if let open = fence {
        if let mark, mark.output.1.hasPrefix(open) {
          fence = nil
        } else {
          lines.append(isChecklist ? Self.checklistLine(line) : String(line))
        }
      } else if let mark {
        fence = mark.output.1
        isChecklist = line.hasSuffix("checklist")
      } else {
        lines.append(Self.withoutSyntax(line))
      }
    }
    self.init(plain: lines.joined(separator: "\n"))
  }

  private static func withoutSyntax(_ line: Substring) -> String {
    if line.contains(/^[ ]{0,3}\[[^\]]+\]:\s+\S/), !line.contains("[20") { return "" }
    return decoded(
      String(line).replacing(/\]\((?:[^()\s]|\([^()]*\))*(?:\s+"[^"]*")?\)/, with: "]")
        .replacing(/^(\s*(?:>\s?)*(?:[-*+]|\d+[.)])\s+)\[[ xX]\]\s/) { "\($0.output.1)" }
        .replacing(/<br ?\/?>/, with: " "))
  }

  /// What a `checklist` block shows of its YAML.
  private static func checklistLine(_ line: Substring) -> String {
    if line.contains(/^[ ]*(?:- +)?(?:id|period):/) { return "" }
    return String(line).replacing(/^[ ]*(?:- +)?(?:titel|punkter|text):/, with: "")
  }

  static func decoded(_ text: String) -> String {
    let entities = [
      "&lt;": "<", "&gt;": ">", "&quot;": "\"", "&#39;": "'", "&nbsp;": "\u{A0}", "&ouml;": "ö", "&auml;": "ä", "&aring;": "å",
      "&#229;": "å", "&amp;": "&",
    ]
    guard text.contains("&") else { return text }
    return text.replacing(/&#?\w+;/) { entities[String($0.output)] ?? String($0.output) }
  }
}

// MARK: Pages

extension WordBag {
  /// The words that a page shows: of its HTML, of the images and components that later stages put in, numbers of lists.
  init(page document: Document) {
    var text = ""
    var lists: [Int?] = []
    let html = document.body.filled { slot, out in
      switch slot {
      case .image(let index): out += document.references[index].text.utf8
      case .component(let index): out += " \(document.components[index].source) ".utf8
      case .open, .close: break
      }
    }
    var rest = String(decoding: html.bytes, as: UTF8.self)[...]
    while let open = rest.firstIndex(of: "<"), let close = rest[open...].firstIndex(of: ">") {
      text += Self.decoded(String(rest[..<open]))
      let tag = rest[rest.index(after: open)..<close]
      text += Self.shown(tag, lists: &lists)
      rest = rest[rest.index(after: close)...]
    }
    self.init(plain: text + Self.decoded(String(rest)))
  }

  private static let inlineTags: Set<String> = [
    "a", "/a", "em", "/em", "strong", "/strong", "code", "/code", "del", "/del", "span", "/span", "label", "/label", "input",
  ]

  private static func shown(_ tag: Substring, lists: inout [Int?]) -> String {
    let name = String(tag.prefix { $0 != " " })
    if inlineTags.contains(name) { return "" }
    switch name {
    case "ol": lists.append(tag.firstMatch(of: /start="(\d+)"/).flatMap { Int($0.output.1) } ?? 1)
    case "ul": lists.append(nil)
    case "/ol", "/ul": lists.removeLast()
    case "li":
      guard let last = lists.last, let number = last else { return " " }
      lists[lists.count - 1] = number + 1
      return " \(number) "
    default: break
    }
    return " "
  }
}
