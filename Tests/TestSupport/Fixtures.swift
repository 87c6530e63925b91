import Foundation

/// Files that tests read, found from where this source file stands.
public enum Fixtures {
  /// The package's folder.
  static let package = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// Files below a folder of the package (or beside it), sorted; none when the folder is absent.
  public static func files(in folder: String, extensions: Set<String> = ["md", "txt"]) -> [File] {
    let root = package.appendingPathComponent(folder).standardizedFileURL
    guard let paths = FileManager.default.enumerator(atPath: root.path) else { return [] }
    return paths.compactMap { $0 as? String }.sorted()
      .filter { extensions.contains(($0 as NSString).pathExtension) }
      .map { File(name: $0, url: root.appendingPathComponent($0)) }
  }

  public struct File: Sendable, CustomStringConvertible {
    public let name: String
    let url: URL

    public var bytes: [UInt8] { (try? Data(contentsOf: url)).map { Array($0) } ?? [] }
    public var text: String { String(decoding: bytes, as: UTF8.self) }
    public var description: String { name }
  }

  /// The parts of a file between lines of `@@@`, each with a name.
  public static func examples(in folder: String) -> [Example] {
    files(in: folder).flatMap { file in
      file.text.components(separatedBy: "@@@\n").enumerated().map { index, text in
        Example(name: "\(file.name)#\(index + 1)", text: text)
      }
    }
  }

  public struct Example: Sendable, CustomStringConvertible {
    public let name: String
    public let text: String
    public var description: String { name }
  }
}
