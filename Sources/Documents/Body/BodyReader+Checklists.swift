internal import Diagnostics
internal import HTML
internal import Markdown
internal import Swedish
internal import YAML

/// A checklist before it has its ids.
struct ChecklistDraft {
  struct Item {
    var id: String?
    var text: String
    var isDone: Bool
    var line: Int
  }

  var id: String?
  var title: String?
  var kind: Checklist.Kind
  var period: String?
  var items: [Item]
}

extension BodyReader {
  @discardableResult
  mutating func add(_ draft: ChecklistDraft, at index: NodeIndex) -> Checklist {
    var itemIDs = UniqueIDs(expected: draft.items.count)
    let copies = Self.copies(of: draft.items.map(\.text))
    var met: [String: Int] = [:]
    let items = draft.items.map { item in
      var wanted = (item.id.map { $0 + "-" } ?? "") + Self.itemID(item.text)
      if let count = copies[item.text], count > 1 {
        met[item.text, default: 0] += 1
        wanted += "-\(met[item.text] ?? 0)-\(count)"
      }
      let id = itemIDs.unique(wanted)
      return Checklist.Item(id: id, text: item.text, isDone: item.isDone, line: item.line)
    }
    let title = draft.title ?? sections.last?.title ?? ""
    let slug = draft.id ?? Folding.slug(title)
    let id = checklistIDs.unique(slug.isEmpty ? "checklista" : slug)
    let checklist = Checklist(
      id: id, title: title, kind: draft.kind, period: draft.period, items: items, line: line(index),
      section: currentSection)
    checklists.append(checklist)
    return checklist
  }

  /// How many times each text stands among the items; empty when none stands twice, which is found without hashing them.
  private static func copies(of texts: [String]) -> [String: Int] {
    let sorted = texts.sorted()
    guard zip(sorted, sorted.dropFirst()).contains(where: ==) else { return [:] }
    return Dictionary(texts.map { ($0, 1) }, uniquingKeysWith: +)
  }

  /// FNV-1a of the item's text, in base 36: another wording is another item, another wrapping of its lines is not.
  static func itemID(_ text: String) -> String {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    var isAfterSpace = false
    var text = text
    text.withUTF8 { bytes in
      for byte in bytes {
        let isSpace = byte <= 0x20 && (byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09)
        if !(isSpace && isAfterSpace) { hash = (hash ^ (isSpace ? 0x20 : UInt64(byte))) &* 0x100_0000_01B3 }
        isAfterSpace = isSpace
      }
    }
    return String(unsafeUninitializedCapacity: 14) { out in
      var count = 1
      out[0] = UInt8(ascii: "p")
      while hash > 0 {
        let digit = UInt8(hash % 36)
        out[count] = digit < 10 ? 0x30 + digit : 0x57 + digit
        hash /= 36
        count += 1
      }
      out[1..<count].reverse()
      return count
    }
  }

  private static let componentKeys = KnownKeys([
    ("id", []), ("titel", ["title"]), ("period", []), ("punkter", ["items", "punkt"]),
  ])
  private static let itemKeys = KnownKeys([("id", []), ("text", [])])

  /// A fenced `checklist` block: its YAML becomes a list of tasks.
  mutating func readChecklistComponent(_ index: NodeIndex) {
    let firstLine = source.line(Int(tree.nodes[index].line) + 1)
    let (node, faults) = YAMLReader.read(Array(tree.plainText(index).utf8), file: source.file, firstLine: firstLine)
    diagnostics += faults.map { Self.asComponentFault($0) }
    guard let node else {
      if faults.isEmpty { reportEmptyComponent(index) }
      return
    }
    var reader = KeyedReader(node, keys: Self.componentKeys)
    var draft = ChecklistDraft(
      id: reader.text("id").map { Folding.slug($0) }, title: reader.text("titel"), kind: .component,
      period: reader.text("period"), items: [])
    for item in reader.nodes("punkter") {
      if let text = item.text {
        draft.items.append(ChecklistDraft.Item(text: text, isDone: false, line: item.range.line))
        continue
      }
      var inner = KeyedReader(item, keys: Self.itemKeys)
      let text = inner.requiredText("text")
      draft.items.append(
        ChecklistDraft.Item(
          id: inner.text("id").map { Folding.slug($0) }, text: text ?? "", isDone: false, line: item.range.line))
      diagnostics += inner.diagnostics
    }
    diagnostics += reader.diagnostics
    if draft.items.isEmpty {
      reportEmptyComponent(index)
      return
    }
    let checklist = add(draft, at: index)
    tree.replaceBlock(index, with: Self.markup(checklist))
  }

  private static func markup(_ checklist: Checklist) -> Markup {
    var out = Markup(literal: "<div class=\"checklist\"")
    out.append(attribute: "data-checklist", checklist.id)
    out.append(literal: ">")
    if !checklist.title.isEmpty {
      out.append(literal: "<p><strong>")
      out.append(text: checklist.title)
      out.append(literal: "</strong></p>")
    }
    out.append(literal: "<ul>")
    for item in checklist.items {
      out.append(literal: "<li><label class=\"task\"><input type=\"checkbox\"")
      out.append(attribute: "data-item", item.id)
      out.append(literal: " disabled> <span>")
      out.append(text: item.text)
      out.append(literal: "</span></label></li>")
    }
    out.append(literal: "</ul></div>")
    return out
  }

  private mutating func reportEmptyComponent(_ index: NodeIndex) {
    diagnostics.append(
      Diagnostic(
        .invalidComponent, source.range(line: Int(tree.nodes[index].line)),
        Message(sv: "Checklistan har inga punkter.", en: "The checklist has no items."),
        help: Message(
          sv: "Skriv `punkter:` och sedan en rad med `- …` för varje punkt.",
          en: "Write `punkter:` and then a line `- …` for each item.")))
  }

  private static func asComponentFault(_ fault: Diagnostic) -> Diagnostic {
    Diagnostic(.invalidComponent, fault.range, fault.message, help: fault.help)
  }
}
