import Glibc

@testable import SiteBuild

/// A site that `publish-probe` wrote, as it stands on the disk.
struct NumberedSite {
  /// Each file's path and what it says.
  let files: [(path: String, text: String)]

  /// Nil when there is no such folder.
  static func read(_ output: String) -> NumberedSite? {
    let reader = FolderReader(output)
    guard let listing = try? reader.listing(), let read = try? reader.read(listing.entries, jobs: 2) else { return nil }
    return NumberedSite(files: read.files.map { ($0.path, String(decoding: $0.bytes, as: UTF8.self)) })
  }

  /// The number in the first file; nil when it has none.
  var number: Int? { files.first.flatMap { Int($0.text.split(separator: " ").dropFirst().first ?? "") } }

  /// Whether these are all the files of that site and nothing else, every byte of them.
  func isWhole(number: Int, files count: Int, bytes: Int) -> Bool {
    guard files.count == count else { return false }
    let byPath = Dictionary(uniqueKeysWithValues: files.map { ($0.path, $0.text) })
    return (0..<count).allSatisfy { index in
      let line = "site \(number) file \(index)\n"
      return byPath["folder-\(index % 61)/page-\(index).html"]
        == String(repeating: line, count: bytes / line.utf8.count + 1)
    }
  }
}
