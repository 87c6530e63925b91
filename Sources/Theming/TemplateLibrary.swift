/// The parsed templates of a theme by path, site's files in the place of the theme's.
struct TemplateLibrary: Sendable {
  static let folder = "templates/"
  static let partialFolder = "templates/partials/"
  static let suffix = ".html"

  private let templates: [String: ParsedTemplate]

  init(_ templates: [String: ParsedTemplate]) { self.templates = templates }

  subscript(path: String) -> ParsedTemplate? { templates[path] }

  var paths: [String] { templates.keys.sorted() }

  static func partialPath(_ name: String) -> String { partialFolder + name + suffix }
  static func parentPath(_ name: String) -> String { folder + name + suffix }

  var partialNames: [String] { names(in: Self.partialFolder) }
  var parentNames: [String] { names(in: Self.folder).filter { !$0.hasPrefix("partials/") } }

  private func names(in folder: String) -> [String] {
    paths.filter { $0.hasPrefix(folder) && $0.hasSuffix(Self.suffix) }
      .map { String($0.dropFirst(folder.count).dropLast(Self.suffix.count)) }
  }

  /// The blocks that can be filled where the template is a parent: its own and those of all that it uses.
  func blockNames(of path: String) -> Set<String> {
    var names: Set<String> = []
    var seen: Set<String> = []
    var waiting = [path]
    while let path = waiting.popLast() {
      guard seen.insert(path).inserted, let template = templates[path] else { continue }
      var nodes = template.nodes
      while let node = nodes.popLast() {
        switch node.kind {
        case .text, .variable, .asset: break
        case .section(_, _, let body): nodes += body
        case .partial(let name, _): waiting.append(Self.partialPath(name))
        case .parent(let name, let blocks):
          waiting.append(Self.parentPath(name))
          names.formUnion(blocks.map(\.name))
          nodes += blocks.flatMap(\.body)
        case .block(let block):
          names.insert(block.name)
          nodes += block.body
        }
      }
    }
    return names
  }
}
