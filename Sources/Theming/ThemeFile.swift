/// A file of a theme, or of a site that overrides one.
public struct ThemeFile: Sendable {
  /// Below the theme's folder, with `/`: `templates/routine.html`.
  public var path: String
  /// The path as the author knows it, for diagnostics.
  public var file: String
  public var bytes: [UInt8]

  public init(path: String, file: String? = nil, bytes: [UInt8]) {
    self.path = path
    self.file = file ?? path
    self.bytes = bytes
  }
}

/// A file that is published as it is.
public struct ThemeAsset: Sendable {
  /// Below `assets/`: `css/site.css`, as templates name it.
  public var path: String
  /// The path as the author knows it, for diagnostics.
  public var file: String
  public var bytes: [UInt8]
  /// Where it is published, below the site's root.
  public var address = ""
}
