internal import Diagnostics
internal import HTML
internal import Markdown
internal import Swedish

/// Walks libcmark's tree once: takes out what `documents.md` 3 names, and puts ids, labels, links and slots in.
struct BodyReader: ~Copyable {
  var tree: MarkdownTree
  var source: BodySource
  let rules: ReadingRules
  var sections: [Section] = []
  var roles: [RoleDuties] = []
  var rolesBySection: [RoleInSection: Int] = [:]
  var checklists: [Checklist] = []
  var references: [Reference] = []
  var contacts: [Contact] = []
  var components: [Component] = []
  var suggestedDuties: [RoleDuties.Duty] = []
  var repairs: [Repair] = []
  var diagnostics: [Diagnostic] = []
  var slots: [Body.Slot] = []
  private var outline = HeadingOutline()
  /// Bytes to leave out at the start of a text node: the `[ ] ` of a task.
  var droppedPrefixes: [NodeIndex: Int] = [:]
  /// Lists whose items are names of links.
  var namedLinkLists: Set<NodeIndex> = []
  /// Systems that have been linked already: the first mention is enough.
  var mentioned: Set<NameIndex.Name> = []
  private var sectionIDs = UniqueIDs(expected: 8)
  var checklistIDs = UniqueIDs()
  var responsibilities: Phrases
  var frequencies: Phrases

  static let depthLimit = 100

  init(source: BodySource, rules: ReadingRules) {
    tree = MarkdownTree(source.bytes)
    self.source = source
    self.rules = rules
    responsibilities = Phrases(Self.responsibilityMarks, in: tree.text)
    frequencies = Phrases(Self.frequencyMarks, in: tree.text)
  }

  mutating func read() {
    if tree.depth > Self.depthLimit {
      diagnostics.append(.nestedTooDeep(source.range(line: 1), limit: Self.depthLimit))
      return
    }
    outline = HeadingOutline(levels: tree.nodes.lazy.filter { $0.kind == .heading }.map { Int($0.level) })
    var index = 1
    while index < tree.nodes.count {
      switch tree.nodes[index].kind {
      case .text: annotate(index)
      case .paragraph: readParagraph(index)
      case .heading: readHeading(index)
      case .list: readList(index)
      case .codeBlock: readCode(index)
      case .htmlBlock, .htmlInline: readHTML(index)
      case .link: readLink(index)
      case .image:
        readImage(index)
        index = Int(tree.nodes[index].end)
        continue
      default: break
      }
      index += 1
    }
  }

  consuming func body() -> Body { Body(tree.html(), slots: slots) }

  var currentSection: String? { sections.last?.id }

  func line(_ index: NodeIndex) -> Int { source.line(Int(tree.nodes[index].line)) }

  mutating func slot(_ slot: Body.Slot) -> Markup {
    slots.append(slot)
    return Body.mark(slots.count - 1)
  }

  // MARK: Headings

  private mutating func readHeading(_ index: NodeIndex) {
    let level = outline.next()
    let range = contentRange(index)
    let words = Folding.words(utf8: tree.text[range])
    let slug = String(decoding: words.map { $0 == 0x20 ? UInt8(ascii: "-") : $0 }, as: UTF8.self)
    let id = sectionIDs.unique(slug.isEmpty ? "avsnitt" : slug)
    tree.retagBlock(index, enter: Self.startTag(level, id: id), exit: Self.endTags[level])
    var title = tree.text[range]
    if title.last == UInt8(ascii: ":") { title.removeLast() }
    sections.append(
      Section(id: id, level: level, title: title.string, standard: Section.Standard(words: words), line: line(index)))
  }

  private static func startTag(_ level: Int, id: String) -> Markup {
    var tag = Markup(literal: "<h")
    tag.bytes.reserveCapacity(id.utf8.count + 10)
    tag.bytes.append(UInt8(ascii: "0") + UInt8(level))
    tag.append(attribute: "id", id)
    tag.append(literal: ">")
    return tag
  }

  private static let endTags = (0...6).map { Markup(trusted: Array("</h\($0)>".utf8)) }

  // MARK: Code

  private mutating func readCode(_ index: NodeIndex) {
    let name = tree.target(index).split(separator: " ").first.map(String.init) ?? ""
    switch name {
    case "checklist": readChecklistComponent(index)
    case "kpi", "chart", "table", "include":
      let fence = Int(tree.nodes[index].line)
      components.append(Component(name: name, source: tree.plainText(index), line: source.line(fence + 1)))
      let mark = slot(.component(components.count - 1))
      tree.replaceBlock(index, with: mark)
    default: break
    }
  }
}

extension Section.Standard {
  private static let headings: [[UInt8]: Section.Standard] = {
    let headings: [(Section.Standard, [String])] = [
      (.introduction, ["inledning", "bakgrund"]), (.purpose, ["syfte", "syfte med rutinen"]),
      (.responsibilities, ["roller och ansvar", "ansvar", "ansvar och roller"]), (.scope, ["omrade", "omfattning"]),
      (.procedure, ["utforande", "genomforande", "tillvagagangssatt"]),
    ]
    return Dictionary(
      uniqueKeysWithValues: headings.flatMap { standard, names in names.map { (Array($0.utf8), standard) } })
  }()

  /// By the heading's folded words, its number left out.
  init?(words: [UInt8]) {
    guard let standard = Self.headings[Array(words.drop { $0.isDigit || $0 == 0x20 })] else { return nil }
    self = standard
  }
}
