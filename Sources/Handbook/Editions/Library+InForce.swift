public import CivilTime
internal import Documents
internal import Swedish

/// A routine that applied on a day, in the wording of that day.
public struct AppliedEdition: Sendable {
  /// Index into `Library.routines`.
  public var routine: Int
  public var edition: Edition
  public var state: ValidityState
  /// False for a document that has been set aside since, nobody knows when.
  public var isCertain: Bool
}

extension Library {
  /// The routine that has this id, or whose address ends with this name.
  public func routine(named name: String) -> Int? {
    let (words, slug) = (Folding.words(name), Folding.slug(name))
    return routines.firstIndex { $0.foldedID == words } ?? routines.firstIndex { $0.slug == slug }
  }

  /// All that a routine has been, oldest first; none for a draft that has never been decided.
  public func editions(of routine: Int) -> [Edition] {
    if let known = recordedEditions[routine] { return known }
    return routines[routine].state == .draft ? [] : [Edition(EarlierDocument(routines[routine].document))]
  }

  /// What staff were to follow on a day, in the order of the routines.
  ///
  /// Of a routine's editions the last that had begun counts; it has had its time when a document that replaces it
  /// begins, or when it was recorded as set aside.
  public func applied(on day: CivilDate) -> [AppliedEdition] {
    routines.indices.compactMap { applied($0, on: day) }
  }

  private func applied(_ routine: Int, on day: CivilDate) -> AppliedEdition? {
    let editions = editions(of: routine)
    guard let place = editions.lastIndex(where: { ($0.start ?? day) <= day }) else { return nil }
    let edition = editions[place]
    let state = ValidityState(
      dated: edition.document, on: day, endsSoonDays: configuration.endsSoonDays,
      limitInYears: configuration.limitInYears)
    guard state.isInForce else { return nil }
    let ends =
      replacedBy[routine].compactMap { start(of: $0, replacing: routine) } + [edition.setAsideOn].compactMap { $0 }
    if let end = ends.min(), end <= day { return nil }
    let isSetAside =
      edition.document.frontMatter.status == .replaced || edition.document.frontMatter.status == .withdrawn
    return AppliedEdition(
      routine: routine, edition: edition, state: state, isCertain: !isSetAside || !ends.isEmpty)
  }

  /// When the first edition that says what it replaces begins.
  private func start(of newer: Int, replacing older: Int) -> CivilDate? {
    if routines[newer].state == .draft { return nil }
    let said = routines[newer].document.facts.replaces.value
    return editions(of: newer).first { $0.document.facts.replaces.value == said }?.start
  }
}
