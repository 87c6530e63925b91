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
  private let isConfigured: Bool

  init(_ areas: [Configuration.Area]) {
    names = areas.map(\.name)
    isConfigured = !areas.isEmpty
    for (index, area) in areas.enumerated() {
      for name in [area.name] + area.aliases { byName[Folding.words(name)] = byName[Folding.words(name)] ?? index }
    }
  }

  mutating func areas(of document: Document) -> [Int] {
    let front = document.frontMatter
    if !front.operations.isEmpty {
      return front.operations.map { name in
        if let index = byName[Folding.words(name)] { return index }
        if isConfigured, let place = front.places["verksamhet"] { report(name, at: place) }
        return add(name)
      }.unique()
    }
    if let category = Self.category(of: front.sourceFile) {
      return [byName[Folding.words(category)] ?? add(category)]
    }
    let folders = document.file.split(separator: "/").dropLast().map(String.init)
    guard folders.count > 1, let folder = folders.last else { return [] }
    return [byName[Folding.words(folder)] ?? add(folder.replacingDashes)]
  }

  private mutating func add(_ name: String) -> Int {
    let index = names.count + added.count
    byName[Folding.words(name)] = index
    added.append(name)
    return index
  }

  private mutating func report(_ name: String, at place: SourceRange) {
    let near = NearMatch.nearest(to: name, in: names)
    let list = near.isEmpty ? names : near
    diagnostics.append(
      Diagnostic(
        .invalidValue, place,
        Message(sv: "Verksamheten ”\(name)” finns inte bland områdena i site.yaml.", en: "The operation “\(name)” is not among the areas in site.yaml."),
        help: near.isEmpty
          ? Message(sv: "Välj bland \(list.joined(separator: ", ")).", en: "Choose among \(list.joined(separator: ", ")).")
          : Message(sv: "Menade du ”\(list.joined(separator: "” eller ”"))”?", en: "Did you mean “\(list.joined(separator: "” or “"))”?")))
  }

  /// The first folder of a percent-encoded source path.
  private static func category(of path: String?) -> String? {
    guard let path, path.contains("/"), let first = path.split(separator: "/").first else { return nil }
    return percentDecoded(String(first))
  }
}

/// `%C3%B6` → `ö`; what is no valid escape stays.
func percentDecoded(_ text: String) -> String {
  guard text.utf8.contains(UInt8(ascii: "%")) else { return text }
  let bytes = Array(text.utf8)
  var out: [UInt8] = []
  var index = 0
  while index < bytes.count {
    if bytes[index] == UInt8(ascii: "%"), index + 2 < bytes.count,
      let value = UInt8(String(decoding: bytes[(index + 1)...(index + 2)], as: UTF8.self), radix: 16)
    {
      out.append(value)
      index += 3
    } else {
      out.append(bytes[index])
      index += 1
    }
  }
  return String(decoding: out, as: UTF8.self)
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
    var seen: Set<Element> = []
    return filter { seen.insert($0).inserted }
  }
}
