internal import Diagnostics
internal import Documents
internal import Swedish

/// Finds a document's areas: from its own `verksamhet`, from its source's category, from its folder.
struct AreaIndex {
  private var byName: [String: Int] = [:]
  private let names: [String]
  /// Areas that documents name and the configuration does not.
  private(set) var added: [String] = []
  private(set) var diagnostics: [Diagnostic] = []
  /// By a name as written, so that it is folded once.
  private var known: [String: Int] = [:]
  private var isConfigured: Bool { !names.isEmpty }

  init(_ areas: [Configuration.Area]) {
    names = areas.map(\.name)
    for (index, area) in areas.enumerated() {
      for name in [area.name] + area.aliases { byName[Folding.words(name)] = byName[Folding.words(name)] ?? index }
    }
  }

  /// Indices of areas, those that no configuration knows after the others.
  mutating func areas(named operations: [String], category: String?, file: String, place: () -> SourceRange?) -> [Int] {
    if !operations.isEmpty {
      return operations.map { name in
        let index = add(name)
        if isConfigured, index >= names.count, let place = place() { report(name, at: place) }
        return index
      }.unique()
    }
    if let folder = category.flatMap({ Self.firstFolder(of: $0) }) {
      let index = known[folder] ?? add(percentDecoded(folder))
      known[folder] = index
      return [index]
    }
    // The first folder is `routines`; those below it are free, so the innermost that names an area tells.
    let folders = file.split(separator: "/").dropLast().dropFirst()
    for folder in folders.reversed() {
      if let known = byName[Folding.words(folder)] { return [known] }
    }
    return folders.first.map { [add(String($0).replacingDashes)] } ?? []
  }

  private mutating func add(_ name: String) -> Int {
    if let index = known[name] { return index }
    let words = Folding.words(name)
    let index = byName[words] ?? names.count + added.count
    if index == names.count + added.count { added.append(name) }
    byName[words] = index
    known[name] = index
    return index
  }

  /// For each index given so far, the one it has when the added areas stand in Swedish order.
  mutating func sortAdded() -> [Int] {
    let order = added.indices.map { ($0, added[$0]) }.inSwedishOrder(by: \.1)
    var places = Array(0..<(names.count + added.count))
    for (place, entry) in order.enumerated() { places[names.count + entry.0] = names.count + place }
    added = order.map(\.1)
    return places
  }

  private mutating func report(_ name: String, at place: SourceRange) {
    let near = NearMatch.nearest(to: name, in: names)
    let list = names.joined(separator: ", ")
    diagnostics.append(
      Diagnostic(
        .invalidValue, place,
        Message(sv: "Verksamheten ”\(name)” finns inte bland områdena i site.yaml.", en: "The operation “\(name)” is not among the areas in site.yaml."),
        help: near.isEmpty ? Message(sv: "Välj bland \(list).", en: "Choose among \(list).") : .didYouMean(near)))
  }

  /// The first folder of a path, as it is written there; nil when it has none.
  private static func firstFolder(of path: String) -> String? {
    let path = path.utf8.first == UInt8(ascii: "/") ? path.dropFirst() : path[...]
    guard let slash = path.utf8.firstIndex(of: UInt8(ascii: "/")), slash > path.startIndex else { return nil }
    return String(path[..<slash])
  }
}

extension String {
  /// `mobila-teamet` → `Mobila teamet`.
  fileprivate var replacingDashes: String {
    let text = String(map { $0 == "-" || $0 == "_" ? " " : $0 })
    return text.prefix(1).uppercased() + text.dropFirst()
  }
}

extension Array where Element: Hashable {
  /// Each element once, in the order met.
  func unique() -> [Element] {
    if count < 2 { return self }
    var seen: Set<Element> = []
    return filter { seen.insert($0).inserted }
  }
}
