public import Exports
internal import Glibc
public import Statistics

/// The folder on this machine that is neither content nor site: the key of ids, what was read before, the proof.
public struct WorkFolder: Sendable {
  public let path: String
  /// False for commands that leave nothing behind: they read what is kept, and keep nothing.
  private let keeps: Bool

  public init(_ path: String, keeps: Bool = true) { (self.path, self.keeps) = (path, keeps) }

  /// The key by which ids of persons and visits become numbers.
  public func identityKey() throws(EnvironmentFault) -> IdentityKey { Self.key(try secret()) }

  /// The key by which the auditor's samples are drawn.
  public func siteKey() throws(EnvironmentFault) -> SiteKey { SiteKey(try secret()) }

  /// The machine's own 16 bytes, made the first time; another secret draws other samples and reads all files anew.
  private func secret() throws(EnvironmentFault) -> [UInt8] {
    try make("")
    let file = path + "/key"
    if let bytes = try? bytes(ofFile: file), bytes.count == 16 { return bytes }
    var generator = SystemRandomNumberGenerator()
    let fresh = (0..<16).map { _ in UInt8.random(in: 0...255, using: &generator) }
    try keep(fresh, as: file)
    return fresh
  }

  private static func key(_ bytes: [UInt8]) -> IdentityKey {
    func word(_ part: ArraySlice<UInt8>) -> UInt64 { part.reduce(0) { $0 << 8 | UInt64($1) } }
    return IdentityKey(word(bytes[0..<8]), word(bytes[8..<16]))
  }

  /// Where what was read of a file is kept under a name.
  func cachePath(_ name: String) -> String { path + "/exports/" + name }

  /// Writes beside and renames, so that nobody meets a half of it.
  static func replace(_ file: String, with bytes: [UInt8], mode: mode_t = 0o644) throws(EnvironmentFault) {
    let beside = "\(file).\(getpid())"
    do throws(FileDescriptor.Failure) {
      let out = try FileDescriptor.open(beside, O_WRONLY | O_CREAT | O_TRUNC, mode: mode)
      try out.write(bytes)
      try out.closed()
    } catch {
      unlink(beside)
      throw EnvironmentFault(error.number, .write, file)
    }
    guard rename(beside, file) == 0 else { throw EnvironmentFault(errno, .write, file) }
  }

  /// For the user alone.
  func keep(_ bytes: [UInt8], as file: String) throws(EnvironmentFault) {
    if keeps { try Self.replace(file, with: bytes, mode: 0o600) }
  }

  func remove(_ file: String) {
    if keeps { unlink(file) }
  }

  /// Makes the folder, or one in it.
  func make(_ name: String) throws(EnvironmentFault) {
    guard keeps else { return }
    for folder in name.isEmpty ? [path] : [path, path + "/" + name] {
      guard mkdir(folder, 0o700) == 0 || errno == EEXIST else { throw EnvironmentFault(errno, .create, folder) }
    }
  }
}
