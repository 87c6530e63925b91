import Glibc
import Testing

@testable import SiteBuild

/// A folder of one test's own, gone with the value.
final class TemporaryFolder: Sendable {
  let path: String

  init(in parent: String = "/tmp") throws {
    var template = Array("\(parent)/rutin-test-XXXXXX".utf8CString)
    try #require(mkdtemp(&template) != nil)
    let made = template.withUnsafeBufferPointer { $0.baseAddress.map { String(cString: $0) } }
    path = try #require(made)
  }

  deinit {
    _ = try? Child.run("/bin/rm", ["-rf", path])
  }

  func callAsFunction(_ name: String) -> String { path + "/" + name }

  /// Writes a file and the folders around it.
  func write(_ name: String, _ text: String = "text") throws {
    try makeFolder(name.split(separator: "/").dropLast().joined(separator: "/"))
    let file = try #require(fopen(self(name), "w"))
    defer { fclose(file) }
    fputs(text, file)
  }

  func makeFolder(_ name: String) throws {
    var path = self.path
    for part in name.split(separator: "/") {
      path += "/" + part
      try #require(mkdir(path, 0o755) == 0 || errno == EEXIST)
    }
  }

  func link(_ name: String, to target: String) throws {
    try #require(symlink(target, self(name)) == 0)
  }

  func text(_ name: String) -> String? {
    guard let file = fopen(self(name), "r") else { return nil }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    while case let byte = fgetc(file), byte != EOF { bytes.append(UInt8(byte)) }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The names in the folder, hidden ones too, in byte order.
  func names(in name: String = "") -> [String] {
    guard let folder = try? FileDescriptor.openFolder(name.isEmpty ? path : self(name)),
      let found = try? FolderEntries(of: folder)
    else { return [] }
    return found.entries.compactMap(\.text).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  func mode(of name: String) -> mode_t? {
    var status = stat()
    return lstat(self(name), &status) == 0 ? status.st_mode & 0o7777 : nil
  }
}
