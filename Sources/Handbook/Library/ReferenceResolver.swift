internal import Diagnostics
internal import Documents
internal import Swedish

/// Looks references up among everything that the handbook holds.
struct ReferenceResolver {
  /// The document that a reference stands in.
  enum Origin: Hashable {
    case routine(Int)
    case page(Int)
  }

  let routines: [Routine]
  let pages: [SitePage]
  let files: Set<String>
  let fixedAddresses: Set<String>
  private var routineByFile: [String: Int] = [:]
  private var routinesByTitle: [String: [Int]] = [:]
  /// `borttappad telefon` for the title `rutin för borttappad telefon`.
  private var routinesByShortTitle: [String: [Int]] = [:]
  private var routineByID: [String: Int] = [:]
  private var pageByFile: [String: Int] = [:]
  private var pageByName: [String: Int] = [:]
  private var systemByName: [String: Int] = [:]
  private var linkByName: [String: String] = [:]
  var nearNames: Suggestions
  /// Paths by the folded name of the file without its ending, for what is not where a link says.
  private lazy var pathsByStem = Dictionary(
    grouping: Array(routineByFile.keys) + pageByFile.keys + files, by: { Folding.words(fileStem(of: $0)) })
  private lazy var nearStems = Suggestions(Array(pathsByStem.keys))

  init(routines: [Routine], pages: [SitePage], files: Set<String>, registers: Registers, fixed: Set<String>) {
    self.routines = routines
    self.pages = pages
    self.files = files
    fixedAddresses = fixed
    let pageTitles = pages.indices.map { pages[$0].document.title }
    nearNames = Suggestions(
      routines.indices.map { routines[$0].document.title } + routines.indices.compactMap { routines[$0].id }
        + pageTitles)
    routineByFile.reserveCapacity(routines.count)
    routinesByTitle.reserveCapacity(routines.count)
    for index in routines.indices {
      routineByFile[routines[index].document.file] = index
      if let id = routines[index].foldedID { routineByID[id] = index }
      let title = routines[index].foldedTitle
      routinesByTitle[title, default: []].append(index)
      if let shorter = Self.shorterForm(of: title, atLeast: 9) {
        routinesByShortTitle[shorter, default: []].append(index)
      }
    }
    for index in pages.indices {
      pageByFile[pages[index].document.file] = index
      for name in [pageTitles[index], pages[index].slug] {
        pageByName[Folding.words(name)] = pageByName[Folding.words(name)] ?? index
      }
    }
    for (index, system) in registers.systems.enumerated() { systemByName[system.name] = index }
    for link in registers.links { linkByName[link.name] = link.address }
  }

  private static let kindWords: Set<Substring> = [
    "rutin", "lathund", "checklista", "riktlinje", "policy", "handlingsplan", "samverkansrutin",
  ]

  /// The folded title without the kind that it begins with; nil when fewer letters are left.
  private static func shorterForm(of title: String, atLeast limit: Int) -> String? {
    guard let space = title.utf8.firstIndex(of: UInt8(ascii: " ")), kindWords.contains(title[..<space]) else {
      return nil
    }
    var rest = title[title.utf8.index(after: space)...]
    if rest.utf8.starts(with: "for ".utf8) { rest = rest[rest.utf8.index(rest.startIndex, offsetBy: 4)...] }
    return rest.utf8.count >= limit ? String(rest) : nil
  }

  /// One resolution for each reference of a document, which is told by its place, since it is dear to copy.
  mutating func resolve(_ origin: Origin, _ faults: inout [Diagnostic]) -> [Resolution] {
    let references =
      switch origin {
      case .routine(let index): routines[index].document.references
      case .page(let index): pages[index].document.references
      }
    return references.map { reference in
      let (resolution, fault) = resolve(reference, from: origin)
      if let fault { faults.append(fault) }
      return resolution
    }
  }

  private mutating func resolve(_ reference: Reference, from origin: Origin) -> (Resolution, Diagnostic?) {
    switch reference.kind {
    case .link: return link(reference, from: origin)
    case .image: return image(reference)
    case .system: return (systemByName[reference.target].map { .system($0) } ?? .plain, nil)
    case .namedLink:
      if let address = linkByName[reference.target] { return (.external(address), nil) }
      return (.plain, .unresolvedLink(reference, near: NearMatch.nearest(to: reference.target, in: linkByName.keys)))
    case .wiki, .quote: return named(reference, from: origin)
    }
  }

  // MARK: Names

  /// By id, then title, then title without its kind.
  func routines(named name: String) -> [Int] {
    let words = Folding.words(name)
    if let index = routineByID[words] { return [index] }
    if let found = routinesByTitle[words] ?? routinesByShortTitle[words] { return found }
    return Self.shorterForm(of: words, atLeast: 1).flatMap { routinesByTitle[$0] } ?? []
  }

  /// Among several of one name the one in force.
  func best(_ candidates: [Int]) -> Int? {
    candidates.first { routines[$0].state.isInForce } ?? candidates.first { !routines[$0].state.isSetAside }
      ?? candidates.first
  }

  func page(named name: String) -> Int? { pageByName[Folding.words(name)] }

  private mutating func named(_ reference: Reference, from origin: Origin) -> (Resolution, Diagnostic?) {
    let candidates = routines(named: reference.target)
    if let index = best(candidates) {
      // A document that says its own title in passing does not point anywhere.
      if reference.kind == .quote, origin == .routine(index) { return (.plain, nil) }
      let inForce = candidates.filter { routines[$0].state.isInForce }
      let fault =
        inForce.count > 1 ? Diagnostic.ambiguousName(reference, among: inForce.map { routines[$0].document.file }) : nil
      return (.routine(index, anchor: nil), fault)
    }
    if let page = page(named: reference.target) { return (.page(address: pages[page].address, anchor: nil), nil) }
    guard reference.isExplicit else { return (.plain, nil) }
    return (.plain, .unresolvedName(reference, near: nearNames.nearest(to: reference.target)))
  }

  // MARK: Paths

  /// The document at a path, with or without its ending.
  func routine(at path: String) -> Int? { routineByFile[path] ?? routineByFile[path + ".md"] }
  func page(at path: String) -> Int? { pageByFile[path] ?? pageByFile[path + ".md"] }

  /// The attachment as it is spelled on disk: the same letters may be written composed or decomposed.
  func file(at path: String) -> String? { files.firstIndex(of: path).map { files[$0] } }

  /// The files of the same name in other folders or with another ending; else those of nearly the same name.
  mutating func near(path: String) -> [String] {
    let stem = Folding.words(fileStem(of: path))
    let stems = pathsByStem[stem] == nil ? nearStems.nearest(to: stem) : [stem]
    return Array(stems.flatMap { pathsByStem[$0, default: []].sorted() }.prefix(3))
  }
}
