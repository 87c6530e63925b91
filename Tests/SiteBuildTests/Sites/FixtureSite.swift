import Foundation
import SiteBuild
import Testing
import Theming

/// A site of the fixtures: `content/` with the minimal theme, some files of which it may exchange.
///
/// What no editor can write is told by an ending: `.latin1` is written in that encoding, `.large` is repeated until it is
/// too large. In `theme/`, `.with` adds lines to a file of the minimal theme, `.without` takes away the lines that begin
/// like its own, and `REMOVED` lists files that are not there.
struct FixtureSite: CustomTestStringConvertible {
  let name: String
  let folder: URL

  var testDescription: String { name }

  static let fixtures = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appendingPathComponent("Fixtures")

  static func all(in collection: String) -> [FixtureSite] {
    let root = fixtures.appendingPathComponent(collection)
    let names = (try? FileManager.default.contentsOfDirectory(atPath: root.path)) ?? []
    return names.sorted().map { FixtureSite(name: $0, folder: root.appendingPathComponent($0)) }
  }

  func sources() -> SiteSources {
    let content = Self.files(in: folder.appendingPathComponent("content")).map { path, bytes -> SiteSources.File in
      if path.hasSuffix(".latin1") {
        return SiteSources.File(path: String(path.dropLast(7)), bytes: Self.latin1(bytes))
      }
      if path.hasSuffix(".large") {
        return SiteSources.File(path: String(path.dropLast(6)), bytes: Self.enlarged(bytes))
      }
      return SiteSources.File(path: path, bytes: bytes)
    }
    return SiteSources(content: content, theme: theme())
  }

  private func theme() -> [ThemeFile] {
    var files = Dictionary(uniqueKeysWithValues: Self.files(in: Self.fixtures.appendingPathComponent("themes/minimal")))
    for (path, bytes) in Self.files(in: folder.appendingPathComponent("theme")) {
      let text = String(decoding: bytes, as: UTF8.self)
      if path == "REMOVED" {
        for name in text.split(separator: "\n") { files[String(name)] = nil }
      } else if path.hasSuffix(".latin1") {
        files[String(path.dropLast(7))] = Self.latin1(bytes)
      } else if path.hasSuffix(".without") {
        let kept = Self.lines(files[String(path.dropLast(8))] ?? []).filter { line in
          !text.split(separator: "\n").contains { line.hasPrefix($0.trimmingCharacters(in: .newlines)) }
        }
        files[String(path.dropLast(8))] = Array(kept.joined(separator: "\n").utf8)
      } else if path.hasSuffix(".with") {
        files[String(path.dropLast(5)), default: []] += bytes
      } else {
        files[path] = bytes
      }
    }
    return files.sorted { $0.key < $1.key }.map { ThemeFile(path: $0.key, file: "theme/" + $0.key, bytes: $0.value) }
  }

  // MARK: Bytes

  /// Paths below a folder with what the files hold, in order.
  static func files(in folder: URL) -> [(String, [UInt8])] {
    let paths = (try? FileManager.default.subpathsOfDirectory(atPath: folder.path)) ?? []
    return paths.sorted().compactMap { path in
      let url = folder.appendingPathComponent(path)
      guard (try? url.resourceValues(forKeys: [.isRegularFileKey]))?.isRegularFile == true else { return nil }
      return (try? Data(contentsOf: url)).map { (path, Array($0)) }
    }
  }

  private static func lines(_ bytes: [UInt8]) -> [String] {
    String(decoding: bytes, as: UTF8.self).components(separatedBy: "\n")
  }

  private static func latin1(_ bytes: [UInt8]) -> [UInt8] {
    Array(String(decoding: bytes, as: UTF8.self).data(using: .isoLatin1) ?? Data())
  }

  private static func enlarged(_ bytes: [UInt8]) -> [UInt8] {
    Array(repeatElement(bytes, count: (4 << 20) / max(1, bytes.count) + 1).joined())
  }
}

/// Whether the goldens are written anew: `RUTIN_RECORD=1`.
let isRecording = ProcessInfo.processInfo.environment["RUTIN_RECORD"] == "1"
