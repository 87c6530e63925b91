public import Diagnostics
internal import History
internal import Theming

/// Where a site's sources lie on disk.
public struct SiteFolders: Sendable {
  public var content: String
  /// A theme's name, looked for in `themes/`, or its folder.
  public var theme: String
  /// Other folders to look for themes in, after the one beside the working folder.
  public var themeHomes: [String]
  /// What is kept from run to run lies here.
  public var work: String

  public init(content: String, theme: String, themeHomes: [String] = [], work: String = ".rutin") {
    self.content = content
    self.theme = theme
    self.themeHomes = themeHomes
    self.work = work
  }

  /// Everything that is read of the content folder: its data is another stage's.
  private static let unread: Set<String> = ["data", "measures", "originals"]

  /// All files of both folders, with what could not be read.
  ///
  /// - Parameter keeps: whether what is read of the history is kept for the next time.
  public func read(jobs: Int, keeps: Bool = true) throws(EnvironmentFault) -> (SiteSources, [Diagnostic]) {
    var (sources, faults) = try readContent(jobs: jobs, keeps: keeps)
    guard let folder = themeFolder() else { return (sources, faults + [missingTheme()]) }
    let (files, themeFaults) = try Self.files(in: FolderReader(folder), jobs: jobs)
    sources.theme = files.map { ThemeFile(path: $0.path, file: folder + "/" + $0.path, bytes: $0.bytes) }
    faults += themeFaults.map { $0.below(folder) }
    return (sources, faults)
  }

  /// All files of the content folder, with what could not be read.
  public func readContent(jobs: Int, keeps: Bool = true) throws(EnvironmentFault) -> (SiteSources, [Diagnostic]) {
    let (content, contentFaults) = try Self.files(in: FolderReader(content, excluding: Self.unread), jobs: jobs)
    var sources = SiteSources(content: [], theme: [], history: history(keeps: keeps))
    for file in content {
      if file.path.hasPrefix("theme/") {
        sources.overrides.append(
          ThemeFile(path: String(file.path.dropFirst(6)), file: file.path, bytes: file.bytes))
      } else {
        sources.content.append(SiteSources.File(path: file.path, bytes: file.bytes))
      }
    }
    return (sources, contentFaults.map { $0.below(self.content) })
  }

  /// What git knows of the routines; nothing where there is no repository.
  private func history(keeps: Bool) -> [FileVersion] {
    // Opening git's library alone takes longer than making a small site.
    if GitMark(of: content)?.text == "" { return [] }
    let folder = WorkFolder(work, keeps: keeps)
    let file = folder.path + "/history"
    let known = (try? bytes(ofFile: file, limit: 1 << 30)).flatMap { FolderHistory($0) }
    let history = FolderHistory.read(content, knowing: known) { path in
      path.hasSuffix("/") ? ContentRole(path + "a.md") == .routine : ContentRole(path) == .routine
    }
    if let history, history != known, !history.versions.isEmpty {
      // Only the next build's time depends on it.
      try? folder.make("")
      try? folder.keep(history.encoded(), as: file)
    }
    return history?.versions ?? []
  }

  /// Configuration and registers only.
  public func readRules() throws(EnvironmentFault) -> SiteSources {
    let reader = FolderReader(
      content, excluding: Self.unread.union(["routines", "pages", "dashboards", "files", "editions", "theme"]))
    let (files, _) = try Self.files(in: reader, jobs: 1)
    return SiteSources(content: files.map { SiteSources.File(path: $0.path, bytes: $0.bytes) }, theme: [])
  }

  private static func files(
    in reader: FolderReader, jobs: Int
  ) throws(EnvironmentFault) -> ([FolderReader.File], [Diagnostic]) {
    let listing = try reader.listing()
    let (files, faults) = try reader.read(listing.entries, jobs: jobs)
    return (files, listing.diagnostics + faults)
  }

  // MARK: Themes

  func themeFolder() -> String? {
    if theme.contains("/") { return isFolder(theme) ? theme : nil }
    return (["themes"] + themeHomes).map { $0 + "/" + theme }.first { isFolder($0) } ?? (isFolder(theme) ? theme : nil)
  }

  private func missingTheme() -> Diagnostic {
    let known = (["themes"] + themeHomes).flatMap { folderNames(in: $0) }
    let list = known.map { "`\($0)`" }.joined(separator: ", ")
    return Diagnostic(
      .missingTheme, SourceRange(file: theme),
      Message(sv: "Temat `\(theme)` finns inte.", en: "There is no theme `\(theme)`."),
      help: known.isEmpty
        ? Message(sv: "Ange mappen: `--theme MAPP`.", en: "Give its folder: `--theme DIR`.")
        : Message(sv: "Välj bland \(list), eller ange en mapp.", en: "Choose among \(list), or give a folder."))
  }
}

extension Diagnostic {
  /// The same fault with its file named from the folder that holds it.
  func below(_ folder: String) -> Diagnostic {
    var moved = self
    let prefix = folder == "." || folder.isEmpty ? "" : folder.hasSuffix("/") ? folder : folder + "/"
    moved.range.file = prefix + range.file
    moved.related = related.map { other in
      var other = other
      other.range.file = prefix + other.range.file
      return other
    }
    return moved
  }
}
