internal import CivilTime
internal import Documents
internal import Swedish

/// Finds for each routine what it has been: by the file's path, where it was moved from, its id, its folder in `editions/`.
struct EditionIndex {
  private let routines: [Routine]
  private var byID: [String: Int] = [:]
  private var bySlug: [String: Int] = [:]
  private var byPath: [String: Int] = [:]

  init(_ routines: [Routine]) {
    self.routines = routines
    for index in routines.indices {
      byPath[routines[index].document.file] = index
      bySlug[routines[index].slug] = index
      if let id = routines[index].foldedID { byID[id] = index }
    }
  }

  /// Oldest first, the one in the content folder last; only for routines that have a history.
  ///
  /// A draft is no edition. `earlier` is in the order of the history.
  mutating func editions(_ earlier: [EarlierDocument]) -> [Int: [Edition]] {
    var filed: [Int: [EarlierDocument]] = [:]
    var recorded: [Int: [EarlierDocument]] = [:]
    for wording in earlier.reversed() {
      if let folder = Self.folder(of: wording.document.file) {
        if let owner = bySlug[Folding.slug(folder)] { filed[owner, default: []].append(wording) }
      } else if let owner = owner(of: wording) {
        recorded[owner, default: []].append(wording)
      }
    }
    // Where an editor keeps the earlier editions by hand, those are the ones that count.
    let chosen = recorded.mapValues { Array($0.reversed()) }.merging(filed.mapValues(Self.inOrder)) { $1 }
    return Dictionary(
      uniqueKeysWithValues: chosen.map { owner, wordings in
        (owner, Self.grouped(wordings + [EarlierDocument(routines[owner].document)]))
      })
  }

  /// `editions/ID/…` → `ID`.
  private static func folder(of path: String) -> String? {
    let parts = path.split(separator: "/")
    return parts.count > 2 && parts[0] == "editions" ? String(parts[1]) : nil
  }

  /// Asked for the newest first, so that a file's moves are followed back.
  private mutating func owner(of wording: EarlierDocument) -> Int? {
    let id = wording.document.frontMatter.id.map { Folding.words($0) }
    let owner = byPath[wording.document.file].flatMap { index in
      id == nil || routines[index].foldedID == nil || routines[index].foldedID == id ? index : nil
    }
    if let from = wording.movedFrom, let owner {
      if byPath[from] == nil { byPath[from] = owner }
      // What lay here before the move was another document.
      byPath[wording.document.file] = nil
    }
    return owner ?? id.flatMap { byID[$0] }
  }

  private static func inOrder(_ wordings: [EarlierDocument]) -> [EarlierDocument] {
    let keys = wordings.map { (Edition($0).start?.dayNumber ?? Int.min, $0.document.file) }
    return wordings.indices.sorted { keys[$0] < keys[$1] }.map { wordings[$0] }
  }

  private static func grouped(_ wordings: [EarlierDocument]) -> [Edition] {
    var editions: [Edition] = []
    for wording in wordings where wording.document.frontMatter.status != .draft {
      if editions.isEmpty || !editions[editions.count - 1].absorb(wording) { editions.append(Edition(wording)) }
    }
    var slugs = Slugs()
    for index in editions.indices {
      let name = editions[index].document.frontMatter.edition ?? editions[index].date?.iso ?? ""
      editions[index].slug = slugs.slug(for: name, or: "\(index + 1)")
    }
    return editions
  }
}
