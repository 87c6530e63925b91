internal import CivilTime
internal import Diagnostics
internal import Exports
internal import Glibc
internal import Handbook

/// What is kept in the work folder of the last build: what it was made from, what came of it, every file's hash.
///
/// It may be removed at any time; the next build then does everything. What is damaged, of another version or of another
/// output counts as not there.
struct BuildMemory {
  private let work: WorkFolder
  private let output: String
  /// True when what was kept could not be used because its bytes are not those that were written.
  private(set) var isDamaged = false

  private static let version: UInt64 = 0x3142_5F4E_4954_5552

  init(_ work: WorkFolder, output: String) {
    self.work = work
    self.output = output
  }

  private var buildFile: KeptFile { KeptFile("build", in: work, version: Self.version) }
  private var siteFile: KeptFile { KeptFile("site", in: work, version: Self.version) }

  /// What came of the last build, when it was made from the same and its site still stands as it was left.
  mutating func outcome(of inputs: InputState) -> SiteBuilder.Outcome? {
    guard let place = try? OutputPlace(output, sources: []), !place.isUnfinished else { return nil }
    let output = output
    return read(buildFile) { reader throws(DamagedCache) in
      guard try reader.word() == inputs.digest.high, try reader.word() == inputs.digest.low,
        try reader.text() == output,
        try reader.list({ reader throws(DamagedCache) in try FolderStamp(from: &reader) })
          .allSatisfy({ $0.holds(in: output) })
      else { return nil }
      return try SiteBuilder.Outcome(from: &reader)
    }
  }

  /// The files of the site that stands in the output, when it is the one that was kept.
  mutating func site(marked digest: ContentHash?) -> Manifest? {
    guard let digest else { return nil }
    let manifest = read(siteFile) { reader throws(DamagedCache) in try Manifest(from: &reader) }
    return manifest?.digest == digest ? manifest : nil
  }

  /// Nothing that fails here fails the build: the next one only takes longer.
  func keep(_ outcome: SiteBuilder.Outcome, of inputs: InputState?, _ manifest: Manifest, isSiteNew: Bool) {
    try? work.make("")
    if isSiteNew {
      siteFile.write { manifest.write(to: &$0) }
    }
    guard let inputs, inputs.isSettled, let folders = FolderStamp.all(of: manifest, in: output) else {
      buildFile.remove()
      return
    }
    buildFile.write { writer in
      writer.add(inputs.digest.high)
      writer.add(inputs.digest.low)
      writer.add(output)
      writer.add(folders.count)
      for folder in folders { folder.write(to: &writer) }
      outcome.write(to: &writer)
    }
  }

  private mutating func read<Value>(
    _ file: KeptFile, _ content: (inout CacheReader) throws(DamagedCache) -> Value?
  ) -> Value? {
    do throws(DamagedCache) {
      return try file.read(content)
    } catch {
      isDamaged = true
      return nil
    }
  }
}

/// A folder of the site as it was left: something added, removed or renamed in it shows in its time.
private struct FolderStamp {
  let path: String
  let inode: Int
  let seconds: Int
  let nanoseconds: Int

  init?(_ path: String, in output: String) {
    var status = stat()
    guard lstat(output + "/" + path, &status) == 0, status.st_mode & S_IFMT == S_IFDIR else { return nil }
    self.path = path
    inode = Int(bitPattern: UInt(status.st_ino))
    (seconds, nanoseconds) = (status.st_mtim.tv_sec, status.st_mtim.tv_nsec)
  }

  /// Every folder that holds a file; nil when one is missing.
  static func all(of manifest: Manifest, in output: String) -> [FolderStamp]? {
    var folders: Set<Substring> = [""]
    for file in manifest.files {
      if let slash = file.path.utf8.lastIndex(of: UInt8(ascii: "/")) { folders.insert(file.path[..<slash]) }
    }
    let stamps = folders.sorted().compactMap { FolderStamp(String($0), in: output) }
    return stamps.count == folders.count ? stamps : nil
  }

  func holds(in output: String) -> Bool {
    guard let now = FolderStamp(path, in: output) else { return false }
    return (now.inode, now.seconds, now.nanoseconds) == (inode, seconds, nanoseconds)
  }

  func write(to writer: inout CacheWriter) {
    writer.add(path)
    for number in [inode, seconds, nanoseconds] { writer.add(number) }
  }

  init(from reader: inout CacheReader) throws(DamagedCache) {
    path = try reader.text()
    inode = try reader.int()
    seconds = try reader.int()
    nanoseconds = try reader.int()
  }
}

extension SiteBuilder.Outcome {
  fileprivate func write(to writer: inout CacheWriter) {
    writer.add(documentCount)
    writer.add(pageCount)
    writer.add(lacksAddress ? 1 : 0)
    writer.add(nextChanges.count)
    for change in nextChanges {
      writer.add(change.day.dayNumber)
      writer.add(change.title)
      writer.add(change.state.rawValue)
    }
    writer.add(diagnostics.count)
    for diagnostic in diagnostics { diagnostic.write(to: &writer) }
  }

  fileprivate init(from reader: inout CacheReader) throws(DamagedCache) {
    self.init(
      diagnostics: [], documentCount: try reader.int(), pageCount: try reader.int(), isPublished: true)
    lacksAddress = try reader.int() == 1
    isUnchanged = true
    nextChanges = try reader.list { reader throws(DamagedCache) in
      let (day, title) = (CivilDate(dayNumber: try reader.int()), try reader.text())
      guard let state = ValidityState(rawValue: try reader.text()) else { throw DamagedCache() }
      return SiteBuilder.NextChange(day: day, title: title, state: state)
    }
    diagnostics = try reader.list { reader throws(DamagedCache) in try Diagnostic(from: &reader) }
  }
}
