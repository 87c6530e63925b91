public import History
public import Theming

/// All files that a site is made from, as values; each list in byte order of the paths.
public struct SiteSources: Sendable {
  public struct File: Sendable {
    /// Below the content folder.
    public var path: String
    public var bytes: [UInt8]

    public init(path: String, bytes: [UInt8]) {
      self.path = path
      self.bytes = bytes
    }
  }

  public var content: [File]
  public var theme: [ThemeFile]
  /// The site's own templates, strings and assets, which take the theme's place.
  public var overrides: [ThemeFile]
  /// What routines have been, oldest first, by paths below the content folder.
  public var history: [FileVersion]

  public init(
    content: [File], theme: [ThemeFile], overrides: [ThemeFile] = [], history: [FileVersion] = []
  ) {
    self.content = content
    self.theme = theme
    self.overrides = overrides
    self.history = history
  }
}

extension SiteSources {
  /// The same files, each list in byte order of the paths, however they were found.
  func inOrder() -> SiteSources {
    SiteSources(
      content: Self.sorted(content, by: \.path), theme: Self.sorted(theme, by: \.path),
      overrides: Self.sorted(overrides, by: \.path), history: history)
  }

  private static func sorted<Item>(_ items: [Item], by path: (Item) -> String) -> [Item] {
    func isBefore(_ left: Item, _ right: Item) -> Bool {
      path(left).utf8.lexicographicallyPrecedes(path(right).utf8)
    }
    // Folders are read in this order, so that moving thousands of files about is seldom needed.
    return zip(items, items.dropFirst()).allSatisfy(isBefore) ? items : items.sorted(by: isBefore)
  }
}
