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
  private var sectionIDs = UniqueIDs()
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
    let title = tree.plainText(index)
    let slug = Folding.slug(title)
    let id = sectionIDs.unique(slug.isEmpty ? "avsnitt" : slug)
    var enter = Markup(trusted: Array("<h\(level)".utf8))
    enter.append(attribute: "id", id)
    enter.append(literal: ">")
    tree.retagBlock(index, enter: enter, exit: Markup(trusted: Array("</h\(level)>".utf8)))
    let clean = title.last == ":" ? String(title.dropLast()) : title
    sections.append(
      Section(id: id, level: level, title: clean, standard: Section.Standard(heading: clean), line: line(index)))
  }

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
  init?(heading: String) {
    let words = Folding.words(heading.drop { !$0.isLetter })
    switch words {
    case "inledning", "bakgrund": self = .introduction
    case "syfte", "syfte med rutinen": self = .purpose
    case "roller och ansvar", "ansvar", "ansvar och roller": self = .responsibilities
    case "omrade", "omfattning": self = .scope
    case "utforande", "genomforande", "tillvagagangssatt": self = .procedure
    default: return nil
    }
  }
}
