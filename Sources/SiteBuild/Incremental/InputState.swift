internal import CivilTime
internal import Diagnostics
internal import Exports
internal import Glibc
internal import Handbook

/// What a build is made from, told by names, sizes and times, so that no file need be opened.
struct InputState: Sendable {
  /// Of the sources, the theme, the program and what was asked for.
  let digest: ContentHash
  /// False when a file was changed so lately that it may change again without its times telling.
  let isSettled: Bool

  /// nil where it cannot be told what git knows.
  init?(_ folders: SiteFolders, _ options: SiteOptions, isStrict: Bool) throws(EnvironmentFault) {
    let began = wallClock()
    guard let git = GitMark(of: folders.content) else { return nil }
    var tally = Tally()
    for part in [
      folders.content, folders.theme, options.asOf.iso, options.language?.rawValue ?? "", git.text,
    ] {
      tally.add(part)
    }
    for flag in [options.compresses, isStrict] { tally.add(flag ? 1 : 0) }
    tally.add(Self.program)
    try tally.add(Self.reader(folders.content, excluding: ["originals"]))
    if let theme = folders.themeFolder() { try tally.add(Self.reader(theme, excluding: [])) }
    digest = ContentHash(of: tally.bytes)
    isSettled = tally.latest < began - (tally.hasFineTimes ? 50_000_000 : 2_000_000_000)
  }

  /// Tells this build of the program from others.
  static let program: String = {
    var status = stat()
    guard stat("/proc/self/exe", &status) == 0 else { return "" }
    return [Int(status.st_size), Int(bitPattern: UInt(status.st_ino)), status.st_mtim.tv_sec, status.st_mtim.tv_nsec]
      .map { String($0) }.joined(separator: " ")
  }()

  private static func reader(_ root: String, excluding excluded: Set<String>) -> FolderReader {
    var limits = FolderReader.Limits()
    // Exports may be larger than what is read whole.
    limits.fileBytes = .max
    return FolderReader(root, excluding: excluded, limits: limits)
  }
}

/// Everything that was found, one after the other, as bytes to be hashed.
private struct Tally {
  var bytes: [UInt8] = []
  /// When the file that changed last did so, nanoseconds since 1970.
  var latest = 0
  /// False on file systems that keep whole seconds only.
  var hasFineTimes = false

  mutating func add(_ text: String) {
    bytes.append(contentsOf: text.utf8)
    bytes.append(0)
  }

  mutating func add(_ number: Int) {
    withUnsafeBytes(of: number.littleEndian) { bytes.append(contentsOf: $0) }
  }

  mutating func add(_ reader: FolderReader) throws(EnvironmentFault) {
    let listing = try reader.listing()
    add(reader.root)
    for entry in listing.entries {
      add(entry.path)
      add(entry.target ?? "")
      for number in [entry.size, entry.modified, entry.changed, Int(bitPattern: UInt(entry.inode))] { add(number) }
      latest = max(latest, entry.touched)
      if entry.changed % 1_000_000_000 != 0 { hasFineTimes = true }
    }
    for fault in listing.diagnostics {
      add(fault.range.file)
      add(fault.code.rawValue)
    }
  }
}
