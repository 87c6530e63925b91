internal import CivilTime
internal import Diagnostics
internal import Exports
internal import Glibc
internal import Handbook
internal import Statistics
internal import YAML

/// The exports of a content folder, the rules they are read by, and the municipality's own measures.
struct ExportFolder {
  var readings: [FileReading] = []
  let own: OwnMeasures
  let policy: DisclosurePolicy
  var diagnostics: [Diagnostic] = []
  /// Files that were read anew, and those whose reading was kept from before.
  var freshCount = 0
  var keptCount = 0
  /// Whether a reading that was kept from before was damaged; its file is read anew.
  private(set) var hasDamagedReading = false
  /// Stands for the content of everything that was read, and the rules by which.
  private(set) var contents: [String] = []
  private let folder: String
  private let reader: ExportReader
  private let work: WorkFolder

  /// Reads every file below `data`; `content` gives rules and measures, where there is one.
  init(data: String, content: String, work: WorkFolder, jobs: Int) throws(EnvironmentFault) {
    folder = data
    self.work = work
    let key = try work.identityKey()
    var cache = try ReadingCache(work)
    let (rules, faults) =
      isFile(content + "/site.yaml")
      ? Self.rules(try bytes(ofFile: content + "/site.yaml"), content) : (ExportRules(), [])
    reader = ExportReader(rules: rules, key: key, jobs: jobs, scratch: ScratchFile(folder: work.path))
    let (configuration, settingFaults) = try Configuration.ofFolder(content)
    policy = DisclosurePolicy(configuration.smallCounts)
    own = try OwnMeasures(content: content)
    // A limit that cannot be read must not be another limit in silence.
    diagnostics = faults + settingFaults.filter { $0.code != .missingStatement } + own.diagnostics
    contents = [own.digest.text]
    // Exports are read in parts: they may be larger than what is read whole.
    var limits = FolderReader.Limits()
    limits.fileBytes = .max
    let listing = try FolderReader(data, limits: limits).listing()
    diagnostics += listing.diagnostics.map { $0.below(data) }
    for entry in listing.entries {
      switch ListedExport(entry.path) {
      case .export: read(entry, key, &cache)
      case .note: continue
      case .other: diagnostics.append(.notAnExport(folder + "/" + entry.path))
      }
    }
    cache.finish()
  }

  /// What is worth knowing of what was kept from before.
  var notice: Message? {
    hasDamagedReading
      ? Message(
        sv: "Det som sparats från en tidigare läsning av exporterna var skadat; de filerna lästes på nytt.",
        en: "What was kept of an earlier reading of the exports was damaged; those files were read anew.") : nil
  }

  /// Looks for the ids of clients in the files that have visits of a day.
  func seek(
    clients: Set<UInt64>, on day: CivilDate, _ found: @escaping @Sendable (UInt64, String) -> Void
  ) throws(EnvironmentFault) {
    let day = Int32(day.dayNumber)
    for reading in readings {
      guard case .visits(let segments) = reading.rows, segments.contains(where: { $0.days?.contains(day) == true })
      else { continue }
      let path = folder + "/" + reading.name
      guard let bytes = FileBytes(path: path) else { throw EnvironmentFault(errno, .read, path) }
      do throws(ExportFault) {
        try reader.seek(clients: clients, in: ExportFile(name: reading.name, bytes: bytes), found)
      } catch {
        throw EnvironmentFault(.other, path, error.diagnostic.message, help: error.diagnostic.help)
      }
    }
  }

  private mutating func read(_ entry: FolderReader.Entry, _ key: IdentityKey, _ cache: inout ReadingCache) {
    let name = entry.path
    let fingerprint = reader.rules.fingerprint(for: name)
    if let kept = cache.path(of: entry, in: folder, fingerprint), take(kept, name, key) {
      contents += [name, String(kept.suffix(32))]
      return cache.note(kept, of: entry, in: folder, fingerprint)
    }
    guard let bytes = FileBytes(path: folder + "/" + name) else {
      diagnostics.append(
        Diagnostic(
          .unreadableFile, SourceRange(file: folder + "/" + name),
          Message(sv: "Filen kan inte öppnas.", en: "The file cannot be opened."),
          help: Message(sv: "Kontrollera behörigheten.", en: "Check its permissions.")))
      return
    }
    let kept = cache.path(of: bytes, fingerprint)
    if !take(kept, name, key) {
      do throws(ExportFault) {
        let reading = try reader.read(ExportFile(name: name, bytes: bytes))
        readings.append(reading)
        freshCount += 1
        keep(reading, as: kept, key)
      } catch {
        diagnostics.append(error.diagnostic.below(folder))
        return
      }
    }
    contents += [name, String(kept.suffix(32))]
    cache.note(kept, of: entry, in: folder, fingerprint)
  }

  /// Takes a reading from before, false when there is none.
  private mutating func take(_ kept: String, _ name: String, _ key: IdentityKey) -> Bool {
    guard let source = FileBytes(path: kept) else { return false }
    do throws(DamagedCache) {
      guard let reading = try FileReading(cached: source, name: name, key: key) else { return false }
      readings.append(reading)
      keptCount += 1
      return true
    } catch {
      hasDamagedReading = true
      return false
    }
  }

  /// A reading that cannot be kept is read again next time; that is no fault.
  private func keep(_ reading: FileReading, as path: String, _ key: IdentityKey) {
    var bytes: [UInt8] = []
    reading.write(key: key) { bytes.append(contentsOf: $0) }
    try? work.keep(bytes, as: path)
  }

  private static func rules(_ bytes: [UInt8], _ content: String) -> (ExportRules, [Diagnostic]) {
    let (node, _) = YAMLReader.read(bytes, file: content + "/site.yaml")
    guard let node, case .mapping(let entries) = node.content,
      let data = entries.first(where: { $0.key.text == "data" })?.value
    else { return (ExportRules(), []) }
    return ExportRules.read(data)
  }
}
