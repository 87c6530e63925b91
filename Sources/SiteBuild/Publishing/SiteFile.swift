internal import Diagnostics
internal import Glibc

/// One file of the finished site.
public struct SiteFile: Sendable, Hashable {
  /// Relative to the site's root, with `/` between its parts.
  public var path: String
  public var bytes: [UInt8]

  public init(path: String, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
  }
}

enum SitePath {
  /// Refuses what would lead out of the site, or stand for another file than it seems.
  static func require(_ path: String) throws(EnvironmentFault) {
    var start = path.utf8.startIndex
    while true {
      let rest = path.utf8[start...]
      let end = rest.firstIndex(of: UInt8(ascii: "/")) ?? rest.endIndex
      guard isName(rest[..<end]) else { throw .invalid(path) }
      guard end < rest.endIndex else { break }
      start = path.utf8.index(after: end)
    }
    guard path != OutputPlace.marker else { throw .invalid(path) }
  }

  /// The folders around a file, the outermost first.
  static func folders(around path: String) -> [String] {
    zip(path.utf8.indices, path.utf8).filter { $0.1 == UInt8(ascii: "/") }.map { String(path[..<$0.0]) }
  }

  /// Makes those that are missing.
  static func makeFolders(around path: String, in root: Int32) throws(FileDescriptor.Failure) {
    for folder in folders(around: path) {
      guard mkdirat(root, folder, 0o777) == 0 || errno == EEXIST else { throw FileDescriptor.Failure(errno) }
    }
  }

  private static func isName(_ part: Substring.UTF8View) -> Bool {
    !part.isEmpty && part.count <= 255 && !part.elementsEqual(".".utf8) && !part.elementsEqual("..".utf8)
      && !part.contains { $0 < 0x20 || $0 == UInt8(ascii: "\\") || $0 == 0x7F }
  }
}

extension EnvironmentFault {
  fileprivate static func invalid(_ path: String) -> EnvironmentFault {
    EnvironmentFault(
      .invalidPath, path,
      Message(
        sv: "Sökvägen »\(path)« duger inte för en fil på webbplatsen.",
        en: "The path \"\(path)\" will not do for a file of the site."))
  }

  static func sharedPath(_ path: String) -> EnvironmentFault {
    EnvironmentFault(
      .invalidPath, path,
      Message(
        sv: "Två sidor gör anspråk på »\(path)«, som fil eller som mapp.",
        en: "Two pages claim \"\(path)\", as a file or as a folder."))
  }
}
