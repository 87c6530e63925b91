internal import CivilTime
internal import Diagnostics
internal import Documents

/// Which routine replaces which, by `ersätter:` with ids or titles; a converted text's free words there are only shown.
struct EditionChain {
  /// For each routine, those that it replaces.
  private(set) var replaces: [[Int]]
  /// For each routine, those that replace it.
  private(set) var replacedBy: [[Int]]
  var diagnostics: [Diagnostic] = []
  let routines: [Routine]
  /// Routines in a ring, which is fault enough.
  private var rings: Set<Int> = []

  init(_ routines: [Routine], resolver: inout ReferenceResolver) {
    self.routines = routines
    replaces = Array(repeating: [], count: routines.count)
    replacedBy = replaces
    for index in routines.indices {
      guard let text = routines[index].document.facts.replaces.value else { continue }
      link(index, text, &resolver)
    }
    reportCycles()
    for old in replacedBy.indices where routines[old].state == .replaced && !rings.contains(old) {
      if replacedBy[old].allSatisfy({ routines[$0].state == .draft }) { reportMissingSuccessor(of: old) }
    }
    for new in replaces.indices where routines[new].state != .draft && !rings.contains(new) {
      for old in replaces[new] { checkPassage(from: old, to: new) }
    }
  }

  private mutating func link(_ index: Int, _ text: String, _ resolver: inout ReferenceResolver) {
    let place = routines[index].document.frontMatter.places["ersätter"]
    // A title may have a comma in it.
    let isOneName = place == nil || !resolver.routines(named: text).isEmpty
    for name in isOneName ? [text] : text.split(separator: ",").map(String.init) {
      let found = resolver.routines(named: name)
      if let target = target(found, of: index) {
        if !replaces[index].contains(target) {
          replaces[index].append(target)
          replacedBy[target].append(index)
        }
      } else if let place {
        diagnostics.append(
          .unknownDocument(name.trimmed, at: place, near: resolver.nearNames.nearest(to: name.trimmed)))
      }
    }
  }

  /// A new edition often has the title of all before it: the latest of the older ones is meant.
  private func target(_ candidates: [Int], of index: Int) -> Int? {
    let own = routines[index].document.facts.decidedOn.value?.lastDay
    let others = candidates.filter { $0 != index }
    let older = others.filter { other in
      guard let own, let decided = routines[other].document.facts.decidedOn.value?.lastDay else { return true }
      return decided <= own
    }
    let latest = (older.isEmpty ? others : older).max { isOlder($0, $1) }
    let isTidy = routines[index].document.frontMatter.places["ersätter"] != nil
    // What names itself by its id is at fault; a converted text that has its own title there is not.
    return latest ?? (isTidy ? candidates.first : nil)
  }

  private func isOlder(_ left: Int, _ right: Int) -> Bool {
    func decided(_ index: Int) -> CivilDate? { routines[index].document.facts.decidedOn.value?.lastDay }
    guard let first = decided(left) else { return decided(right) != nil }
    return decided(right).map { first < $0 } ?? false
  }

  // MARK: Faults

  /// What leads to an end is taken away from the end backwards; every way through the rest is a ring.
  private mutating func reportCycles() {
    var open = replaces.map(\.count)
    var ends = open.indices.filter { open[$0] == 0 }
    while let end = ends.popLast() {
      for newer in replacedBy[end] {
        open[newer] -= 1
        if open[newer] == 0 { ends.append(newer) }
      }
    }
    var seen: Set<Int> = []
    for start in open.indices.filter({ open[$0] > 0 }).sorted(by: comesBefore) where !seen.contains(start) {
      var way: [Int] = []
      var positions: [Int: Int] = [:]
      var next: Int? = start
      while let index = next, positions[index] == nil, seen.insert(index).inserted {
        positions[index] = way.count
        way.append(index)
        next = replaces[index].first { open[$0] > 0 }
      }
      if let next, let first = positions[next] { report(Array(way[first...])) }
    }
  }

  private func comesBefore(_ left: Int, _ right: Int) -> Bool { place(left) < place(right) }

  func place(_ index: Int) -> SourceRange {
    let document = routines[index].document
    return document.frontMatter.places["ersätter"]
      ?? SourceRange(file: document.file, line: document.facts.replaces.line ?? 1)
  }

  private mutating func report(_ cycle: [Int]) {
    rings.formUnion(cycle)
    let start = cycle.indices.min { comesBefore(cycle[$0], cycle[$1]) } ?? 0
    let ordered = Array(cycle[start...] + cycle[..<start])
    let names = (ordered + [ordered[0]]).map { routines[$0].id ?? routines[$0].title }
    let itself = ordered.count == 1
    diagnostics.append(
      Diagnostic(
        .replacementCycle, place(ordered[0]),
        itself
          ? Message(
            sv: "Dokumentet säger att det ersätter sig självt.", en: "The document says that it replaces itself.")
          : Message(
            sv: "Dokumenten ersätter varandra i en ring: \(names.joined(separator: " → ")).",
            en: "The documents replace each other in a ring: \(names.joined(separator: " → "))."),
        help: Message(
          sv: "Låt bara det nyare dokumentet ha `ersätter:`, och ange det äldre där.",
          en: "Let only the newer document have `ersätter:`, and name the older one there."),
        related: ordered.dropFirst().map {
          Diagnostic.Related(place($0), Message(sv: "Hör till ringen.", en: "Belongs to the ring."))
        }))
  }
}

extension String {
  /// Without spaces at either end.
  var trimmed: String {
    var text = self[...]
    while text.first == " " { text = text.dropFirst() }
    while text.last == " " { text = text.dropLast() }
    return String(text)
  }
}
