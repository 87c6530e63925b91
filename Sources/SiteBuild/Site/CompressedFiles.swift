internal import Compression

/// Files of text, stored compressed beside themselves for web servers that send them so.
enum CompressedFiles {
  private static let endings = [".html", ".css", ".js", ".svg", ".json", ".csv", ".xml", ".ics", ".txt"]
  /// Less than this goes in one packet as it is.
  private static let smallest = 512

  /// `x.html` → `x.html.gz` and `x.html.br`, each only where it is smaller than the file.
  static func siblings(of file: SiteFile) -> [SiteFile] {
    guard file.bytes.count >= smallest, endings.contains(where: { file.path.hasSuffix($0) }) else { return [] }
    return Compression.allCases.compactMap { encoding in
      let bytes = encoding.compress(file.bytes)
      return bytes.count < file.bytes.count ? SiteFile(path: file.path + "." + encoding.rawValue, bytes: bytes) : nil
    }
  }
}
