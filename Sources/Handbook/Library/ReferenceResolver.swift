internal import Diagnostics
internal import Documents
internal import Swedish

/// Looks references up among everything that the handbook holds.
struct ReferenceResolver {
  private let routines: [Routine]
  private let pages: [SitePage]
  private let files: Set<String>
  private var routineByFile: [String: Int] = [:]
  private var routinesByTitle: [String: [Int]] = [:]
  private var routineByID: [String: Int] = [:]
  private var pageByFile: [String: Int] = [:]
  private var pageByName: [String: Int] = [:]
  private var systemByName: [String: Int] = [:]
  private var linkByName: [String: String] = [:]

  init(routines: [Routine], pages: [SitePage], files: Set<String>, registers: Registers) {
    self.routines = routines
    self.pages = pages
    self.files = files
    for (index, routine) in routines.enumerated() {
      routineByFile[routine.document.file] = index
      if let id = routine.id { routineByID[Folding.words(id)] = index }
      let title = Folding.words(routine.title)
      routinesByTitle[title, default: []].append(index)
      for shorter in Self.shorterForms(of: title) { routinesByTitle[shorter, default: []].append(index) }
    }
    for (index, page) in pages.enumerated() {
      pageByFile[page.document.file] = index
      pageByName[Folding.words(page.document.title)] = index
      pageByName[Folding.words(page.slug)] = index
    }
    for (index, system) in registers.systems.enumerated() { systemByName[system.name] = index }
    for link in registers.links { linkByName[link.name] = link.address }
  }

  /// `rutin för borttappad telefon` is also called `borttappad telefon`.
  private static func shorterForms(of title: String) -> [String] {
    for prefix in ["rutin for ", "rutin ", "lathund for ", "lathund ", "checklista for ", "checklista ", "riktlinje for ", "policy for "]
    where title.hasPrefix(prefix) && title.count > prefix.count + 8 {
      return [String(title.dropFirst(prefix.count))]
    }
    return []
  }

  func resolve(_ reference: Reference, from document: Document, ownAddress: String) -> (Resolution, Diagnostic?) {
    switch reference.kind {
    case .link: link(reference, from: document)
    case .image: image(reference, from: document)
    case .system: (systemByName[reference.target].map { .system($0) } ?? .plain, nil)
    case .namedLink:
      if let address = linkByName[reference.target] {
        (.external(address), nil)
      } else {
        (.plain, unresolved(reference, among: linkByName.keys, register: "registers/lankar.yaml"))
      }
    case .wiki, .quote: named(reference)
    }
  }

  /// By id, then title; among several of one title the one in force.
  func routine(named name: String) -> Int? {
    let words = Folding.words(name)
    return routineByID[words] ?? best(routinesByTitle[words] ?? [])
  }

  /// Of a document or page by id, title, name or path.
  func address(of name: String) -> String? {
    if let routine = routine(named: name) { return routines[routine].address }
    if let page = pageByName[Folding.words(name)] { return pages[page].address }
    let fixed = ["a-o.html", "checklistor/index.html", "roller/index.html", "system/index.html", "amnen/index.html", "om.html", "index.html"]
    return fixed.first { $0 == name || $0 == name + "/index.html" || $0 == name + "index.html" }
  }

  func unknownDocument(_ name: String, at place: SourceRange) -> Diagnostic {
    Diagnostic(
      .unknownDocument, place,
      Message(sv: "Inget dokument eller sida heter ”\(name)”.", en: "No document or page is called “\(name)”."),
      help: nearNames(name))
  }

  private func best(_ candidates: [Int]) -> Int? {
    candidates.first { routines[$0].state.isInForce } ?? candidates.first
  }

  // MARK: Names

  private func named(_ reference: Reference) -> (Resolution, Diagnostic?) {
    let words = Folding.words(reference.target)
    if let index = routineByID[words] { return (.routine(index, anchor: nil), nil) }
    if let candidates = routinesByTitle[words], let index = best(candidates) {
      let inForce = candidates.filter { routines[$0].state.isInForce }
      return (.routine(index, anchor: nil), inForce.count > 1 ? ambiguous(reference, inForce) : nil)
    }
    if let page = pageByName[words] { return (.page(address: pages[page].address, anchor: nil), nil) }
    guard reference.isExplicit else { return (.plain, nil) }
    return (
      .plain,
      Diagnostic(
        .unresolvedReference, reference.range,
        Message(sv: "Inget dokument heter ”\(reference.target)”; det visas som vanlig text.", en: "No document is called “\(reference.target)”; it is shown as plain text."),
        help: nearNames(reference.target))
    )
  }

  private func ambiguous(_ reference: Reference, _ candidates: [Int]) -> Diagnostic {
    Diagnostic(
      .ambiguousReference, reference.range,
      Message(sv: "Flera gällande dokument heter ”\(reference.target)”.", en: "Several documents in force are called “\(reference.target)”."),
      help: Message(sv: "Skriv dokumentets id i stället: `[[id]]`.", en: "Write the document's id instead: `[[id]]`."),
      related: candidates.map {
        Diagnostic.Related(SourceRange(file: routines[$0].document.file), Message(sv: "Ett av dem.", en: "One of them."))
      })
  }

  private func nearNames(_ name: String) -> Message {
    let near = NearMatch.nearest(to: name, in: routines.map(\.title) + routines.compactMap(\.id) + pages.map(\.document.title))
    return near.isEmpty
      ? Message(sv: "Kontrollera stavningen, eller lägg till dokumentet.", en: "Check the spelling, or add the document.")
      : Message(sv: "Menade du ”\(near.joined(separator: "” eller ”"))”?", en: "Did you mean “\(near.joined(separator: "” or “"))”?")
  }

  private func unresolved(_ reference: Reference, among names: some Sequence<String>, register: String) -> Diagnostic {
    let near = NearMatch.nearest(to: reference.target, in: names)
    return Diagnostic(
      .unresolvedReference, reference.range,
      Message(sv: "Länken ”\(reference.target)” finns inte i länkregistret; den visas som vanlig text.", en: "The link “\(reference.target)” is not in the link register; it is shown as plain text."),
      help: near.isEmpty
        ? Message(sv: "Lägg till den i `\(register)`.", en: "Add it to `\(register)`.")
        : Message(
          sv: "Lägg till den i `\(register)`, eller menade du ”\(near.joined(separator: "” eller ”"))”?",
          en: "Add it to `\(register)`, or did you mean “\(near.joined(separator: "” or “"))”?"))
  }

  // MARK: Paths

  private func link(_ reference: Reference, from document: Document) -> (Resolution, Diagnostic?) {
    if ["http://", "https://"].contains(where: { reference.target.lowercased().hasPrefix($0) }) { return (.external(reference.target), nil) }
    let (path, anchor) = Self.split(reference.target)
    if path.isEmpty {
      guard let anchor else { return (.plain, broken(reference, path, near: [])) }
      return anchorResolution(anchor, in: document, reference, .anchor(anchor))
    }
    guard let file = Self.joined(path, from: document.file) else { return (.plain, outside(reference)) }
    for candidate in [file, file + ".md"] {
      if let index = routineByFile[candidate] {
        guard let anchor else { return (.routine(index, anchor: nil), nil) }
        return anchorResolution(anchor, in: routines[index].document, reference, .routine(index, anchor: anchor))
      }
      if let index = pageByFile[candidate] {
        let resolution = Resolution.page(address: pages[index].address, anchor: anchor)
        guard let anchor else { return (resolution, nil) }
        return anchorResolution(anchor, in: pages[index].document, reference, resolution)
      }
    }
    if files.contains(file) { return (.file(file), nil) }
    return (.plain, broken(reference, file, near: NearMatch.nearest(to: file, in: Array(routineByFile.keys) + Array(pageByFile.keys) + Array(files))))
  }

  private func anchorResolution(
    _ anchor: String, in document: Document, _ reference: Reference, _ resolution: Resolution
  ) -> (Resolution, Diagnostic?) {
    if document.sections.contains(where: { $0.id == anchor }) { return (resolution, nil) }
    let near = NearMatch.nearest(to: anchor, in: document.sections.map(\.id)).map { "`#\($0)`" }
    return (
      .plain,
      Diagnostic(
        .brokenAnchor, reference.range,
        Message(sv: "Avsnittet `#\(anchor)` finns inte i \(document.file).", en: "The section `#\(anchor)` is not in \(document.file)."),
        help: near.isEmpty
          ? Message(
            sv: "Avsnitten är: \(document.sections.map { "#" + $0.id }.joined(separator: ", ")).",
            en: "The sections are: \(document.sections.map { "#" + $0.id }.joined(separator: ", ")).")
          : Message(sv: "Menade du \(near.joined(separator: " eller "))?", en: "Did you mean \(near.joined(separator: " or "))?"))
    )
  }

  private func image(_ reference: Reference, from document: Document) -> (Resolution, Diagnostic?) {
    if ["http://", "https://"].contains(where: { reference.target.lowercased().hasPrefix($0) }) {
      return (
        .plain,
        Diagnostic(
          .missingImage, reference.range,
          Message(sv: "Bilder hämtas inte från andra webbplatser.", en: "Images are not fetched from other sites."),
          help: Message(sv: "Spara bilden i `content/files/` och länka dit.", en: "Save the image in `content/files/` and link to it."))
      )
    }
    let (path, _) = Self.split(reference.target)
    guard let file = Self.joined(path, from: document.file) else { return (.plain, outside(reference)) }
    if files.contains(file) { return (.file(file), nil) }
    let near = NearMatch.nearest(to: file, in: files)
    return (
      .plain,
      Diagnostic(
        .missingImage, reference.range, Message(sv: "Bilden `\(file)` finns inte.", en: "The image `\(file)` does not exist."),
        help: near.isEmpty
          ? Message(sv: "Lägg bilden i `content/files/`.", en: "Put the image in `content/files/`.")
          : Message(sv: "Menade du `\(near.joined(separator: "` eller `"))`?", en: "Did you mean `\(near.joined(separator: "` or `"))`?"))
    )
  }

  private func broken(_ reference: Reference, _ file: String, near: [String]) -> Diagnostic {
    Diagnostic(
      .brokenLink, reference.range,
      Message(sv: "Länken leder till `\(file)`, som inte finns.", en: "The link leads to `\(file)`, which does not exist."),
      help: near.isEmpty
        ? Message(sv: "Kontrollera sökvägen; den räknas från dokumentets egen mapp.", en: "Check the path; it counts from the document's own folder.")
        : Message(sv: "Menade du `\(near.joined(separator: "` eller `"))`?", en: "Did you mean `\(near.joined(separator: "` or `"))`?"))
  }

  private func outside(_ reference: Reference) -> Diagnostic {
    Diagnostic(
      .linkOutsideContent, reference.range,
      Message(sv: "Länken `\(reference.target)` leder ut ur innehållsmappen.", en: "The link `\(reference.target)` leads out of the content folder."),
      help: Message(sv: "Lägg filen i `content/files/` och länka dit.", en: "Put the file in `content/files/` and link to it."))
  }

  /// Path without query and percent escapes, and anchor.
  private static func split(_ target: String) -> (path: String, anchor: String?) {
    let parts = target.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
    let path = parts[0].split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)[0]
    let anchor = parts.count > 1 && !parts[1].isEmpty ? percentDecoded(String(parts[1])) : nil
    return (percentDecoded(String(path)), anchor)
  }

  /// A path from a file's folder, or from the content folder when it begins with `/`; nil when it leads out.
  static func joined(_ path: String, from file: String) -> String? {
    var parts = path.hasPrefix("/") ? [] : file.split(separator: "/").dropLast().map(String.init)
    for part in path.split(separator: "/") {
      switch part {
      case ".": continue
      case "..":
        if parts.isEmpty { return nil }
        parts.removeLast()
      default: parts.append(String(part))
      }
    }
    return parts.joined(separator: "/")
  }
}
