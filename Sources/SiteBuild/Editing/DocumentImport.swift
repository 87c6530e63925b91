public import Documents
internal import Glibc
internal import Swedish

/// A converted document laid into a content folder as a tidy one; the original is kept in `originals/`.
public struct DocumentImport: Sendable {
  /// What was read, and how.
  public let document: Document
  /// Where the tidy document lies.
  public let file: String
  /// Where the original lies.
  public let original: String

  /// - Throws: when a file cannot be read or written, and when one would have to be written over.
  public init(_ file: String, into content: String) throws(EnvironmentFault) {
    let source = try bytes(ofFile: file)
    let writer = ContentWriter(content: content)
    let place = Self.place(of: file, in: content)
    let rules = try SiteRules.of(content)
    let tidy = TidyText(source, file: place ?? file, rules: rules)
    let name = Self.name(of: file)
    let stem = Folding.slug(Self.stem(name))
    let path = place.map { Self.stem($0) + ".md" } ?? "routines/\(stem.isEmpty ? "dokument" : stem).md"
    let kept = "originals/" + (place ?? name)
    if path != place, writer.exists(path) { throw ContentWriter.exists(content + "/" + path) }
    // The original is safe in its new place before anything is written in its old one.
    try writer.create(kept, source)
    if let place {
      try WorkFolder.replace(content + "/" + path, with: tidy.bytes)
      if place != path { unlink(content + "/" + place) }
    } else {
      try writer.create(path, tidy.bytes)
    }
    document = tidy.document
    self.file = content + "/" + path
    original = content + "/" + kept
  }

  /// A file's path below the content folder; nil when it lies elsewhere.
  private static func place(of file: String, in content: String) -> String? {
    guard let real = resolved(file), let folder = resolved(content), real.hasPrefix(folder + "/") else { return nil }
    return String(real.dropFirst(folder.count + 1))
  }

  private static func resolved(_ path: String) -> String? {
    guard let real = realpath(path, nil) else { return nil }
    defer { free(real) }
    return String(cString: real)
  }

  private static func name(of file: String) -> String { String(file.split(separator: "/").last ?? "") }

  /// Without the ending.
  private static func stem(_ path: String) -> String {
    guard let dot = path.lastIndex(of: "."), dot > (path.lastIndex(of: "/") ?? path.startIndex) else { return path }
    return String(path[..<dot])
  }
}
