public import Documents
internal import Handbook

/// The reading rules of the content folder that a file lies in.
public enum SiteRules {
  /// The nearest folder above `file` that holds `site.yaml` gives the rules; without one the defaults hold.
  public static func around(_ file: String) throws(EnvironmentFault) -> ReadingRules {
    var folder = file
    while let slash = folder.lastIndex(of: "/") {
      folder = String(folder[..<slash])
      if isFile(folder + "/site.yaml") { return rules(of: try SiteFolders(content: folder, theme: "").readRules()) }
    }
    return isFile("site.yaml") ? rules(of: try SiteFolders(content: ".", theme: "").readRules()) : ReadingRules()
  }

  /// The rules of a content folder; a folder without settings, or none, has the defaults.
  public static func of(_ content: String) throws(EnvironmentFault) -> ReadingRules {
    isFolder(content) ? rules(of: try SiteFolders(content: content, theme: "").readRules()) : ReadingRules()
  }

  private static func rules(of sources: SiteSources) -> ReadingRules {
    var configuration = Configuration()
    var registers = Registers()
    for file in sources.content {
      switch ContentRole(file.path) {
      case .configuration: configuration = Configuration.read(file.bytes, file: file.path).0
      case .register: _ = registers.add(file.bytes, file: file.path)
      default: continue
      }
    }
    return ReadingRules(configuration, registers)
  }
}
