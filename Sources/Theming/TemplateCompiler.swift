internal import Diagnostics
internal import HTML

/// What a template may refer to besides its page's data.
struct TemplateSurroundings: Sendable {
  var library: TemplateLibrary
  var strings: Strings
  /// Published address by path; nil where addresses are not known yet.
  var assets: [String: String]?
  var language: String
}

/// A parsed template and a schema → a program; every name gets its place and every fault is noted.
struct TemplateCompiler {
  static let depthLimit = 200
  static let nodeLimit = 300_000

  /// A partial or parent that is being inserted.
  struct Expansion {
    var path: String
    /// The innermost scope where it began.
    var level: Int
    var environment: Int
    var start: Int
    var subroutine: Int?
  }

  /// What a template gives to a block of its parent, and where that was written.
  struct Fill {
    var body: [TemplateNode]
    var environment: Int
    var expansionCount: Int
  }

  let surroundings: TemplateSurroundings
  let file: String
  var builder = ProgramBuilder()
  var scopes: [Scope]
  /// Block name → fill, for each use of a parent; the first has none.
  var environments: [[String: Fill]] = [[:]]
  var environment = 0
  var expansions: [Expansion] = []
  /// The tag of the page's own file that led to what is compiled now.
  var entry: SourceRange?
  var blockNames: [String: Set<String>] = [:]
  private var depth = 0
  private var nodeCount = 0
  private var isStopped = false
  var faults: [Diagnostic] = []
  var usedFiles: Set<String> = []
  var usedStrings: Set<String> = []

  init(_ template: ParsedTemplate, schema: Schema, in surroundings: TemplateSurroundings) {
    self.surroundings = surroundings
    file = template.file
    scopes = [Scope(content: .record(schema))]
    compile(template.nodes)
  }

  mutating func compile(_ nodes: [TemplateNode]) {
    depth += 1
    defer { depth -= 1 }
    for node in nodes {
      if isStopped { return }
      nodeCount += 1
      if depth > Self.depthLimit || nodeCount > Self.nodeLimit || builder.isTooLarge {
        isStopped = true
        report(.templateTooLarge(at: node.range))
        return
      }
      switch node.kind {
      case .text(let text): builder.append(text: text)
      case .variable(let name, let isRaw): insert(name, isRaw: isRaw, at: node.range)
      case .section(let name, let isInverted, let body):
        section(name, isInverted: isInverted, body: body, at: node.range)
      case .partial(let name, let isInline): partial(name, isInline: isInline, at: node.range)
      case .parent(let name, let blocks): parent(name, blocks: blocks, at: node.range)
      case .block(let block): self.block(block)
      case .asset(let path): asset(path, at: node.range)
      }
    }
  }

  /// Notes a fault; one in a shared file also tells which page led there.
  mutating func report(_ diagnostic: Diagnostic) {
    var diagnostic = diagnostic
    if diagnostic.range.file != file, let entry {
      diagnostic.related.append(
        Diagnostic.Related(entry, Message(sv: "Används härifrån.", en: "Used from here.")))
    }
    faults.append(diagnostic)
  }

  mutating func append(escaped text: String) {
    builder.append(text: Markup(text: text).bytes)
  }

  private mutating func asset(_ path: String, at range: SourceRange) {
    guard let assets = surroundings.assets else { return report(.assetOutOfPlace(at: range)) }
    guard let address = assets[path] else {
      return report(.missingAsset(path, known: Array(assets.keys), at: range))
    }
    builder.append(.root)
    append(escaped: address)
  }
}
