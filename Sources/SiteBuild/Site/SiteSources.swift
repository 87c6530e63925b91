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

  public init(content: [File], theme: [ThemeFile], overrides: [ThemeFile] = []) {
    self.content = content
    self.theme = theme
    self.overrides = overrides
  }
}

/// What a file of the content folder is, told by its place and ending.
enum ContentRole {
  case configuration
  case register
  case routine
  case page
  /// Copied to the site as it is.
  case attachment
  /// Read by another stage, never published.
  case reserved
  case unknown

  init(_ path: String) {
    let parts = path.split(separator: "/")
    let isText = [".md", ".markdown", ".txt"].contains { path.lowercased().hasSuffix($0) }
    let isYAML = path.hasSuffix(".yaml") || path.hasSuffix(".yml")
    guard parts.count > 1 else {
      // A document laid straight into the content folder is a routine.
      self = path == "site.yaml" ? .configuration : isText ? .routine : .unknown
      return
    }
    switch parts[0] {
    case "routines": self = isText ? .routine : isYAML ? .unknown : .attachment
    case "pages", "dashboards": self = isText ? .page : isYAML ? .unknown : .attachment
    case "registers": self = isYAML ? .register : .unknown
    case "files": self = .attachment
    case "data", "measures", "editions", "theme": self = .reserved
    default: self = .unknown
    }
  }
}
