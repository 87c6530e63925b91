internal import Diagnostics
internal import Glibc

/// A small change to a site that stands: its new files lie in a folder beside it and are moved in, one by one.
///
/// The folder gets its name when everything is in it, in one step: from then on the change is decided. Whoever comes next
/// moves what is left, so that a kill at any moment ends in the new site, and before it each page is whole, the old or the
/// new, with the assets it needs.
struct OutputJournal {
  private let place: OutputPlace

  /// What is to be removed, a path a line.
  fileprivate static let removedName = ".rutin-removed"

  init(_ place: OutputPlace) { self.place = place }

  /// Decides the change: what lies in `staging` is to replace its namesakes, and `removed` is to go.
  func decide(_ removed: [String], staging: Int32, in parent: Int32) throws(EnvironmentFault) {
    do throws(FileDescriptor.Failure) {
      let list = try FileDescriptor.open(Self.removedName, in: staging, O_WRONLY | O_CREAT | O_EXCL, mode: 0o666)
      try list.write(Array(removed.map { $0 + "\n" }.joined().utf8))
      try list.closed()
    } catch {
      throw EnvironmentFault(error.number, .write, place.path)
    }
    guard renameat(parent, place.stagingName, parent, place.journalName) == 0 else {
      throw EnvironmentFault(errno, .exchange, place.path)
    }
  }

  /// Moves in what is left of a change that has been decided; does nothing where there is none.
  ///
  /// A change to a site that somebody has removed since is dropped.
  func finish(in parent: Int32, jobs: Int) throws(EnvironmentFault) {
    let path = place.beside(place.journalName)
    guard isFolder(path) else { return }
    let isOurs: Bool
    do throws(FileDescriptor.Failure) {
      let journal = try FileDescriptor.openFolder(place.journalName, in: parent)
      var moves = Moves()
      try moves.gather(journal, prefix: "")
      isOurs = moves.areOurs
      if isOurs {
        if isFolder(place.path) {
          let output = try FileDescriptor.openFolder(place.name, in: parent)
          try carryOut(moves, from: journal.number, to: output.number)
        }
        try FolderRemoval.remove(place.journalName, in: parent, jobs: jobs)
      }
    } catch {
      throw EnvironmentFault(error.number, .exchange, place.path)
    }
    guard isOurs else { throw .foreign(path) }
  }

  /// The marker goes last, so that a folder that still holds something is known as ours.
  private func carryOut(_ moves: Moves, from journal: Int32, to output: Int32) throws(FileDescriptor.Failure) {
    for file in moves.inOrder { try move(file, from: journal, to: output) }
    if moves.hasRemovals {
      let list = try FileDescriptor.open(Self.removedName, in: journal, O_RDONLY)
      for path in try (list.read(expected: 4096, limit: 1 << 30) ?? []).split(separator: UInt8(ascii: "\n")) {
        try remove(String(decoding: path, as: UTF8.self), in: output)
      }
    }
    if moves.hasMarker { try move(OutputPlace.marker, from: journal, to: output) }
  }

  private func move(_ file: String, from journal: Int32, to output: Int32) throws(FileDescriptor.Failure) {
    if renameat(journal, file, output, file) == 0 { return }
    guard errno == ENOENT else { throw FileDescriptor.Failure(errno) }
    try SitePath.makeFolders(around: file, in: output)
    guard renameat(journal, file, output, file) == 0 else { throw FileDescriptor.Failure(errno) }
  }

  /// Removes a file, and the folders that are empty then.
  private func remove(_ file: String, in output: Int32) throws(FileDescriptor.Failure) {
    guard unlinkat(output, file, 0) == 0 || errno == ENOENT else { throw FileDescriptor.Failure(errno) }
    for folder in SitePath.folders(around: file).reversed() {
      guard unlinkat(output, folder, AT_REMOVEDIR) == 0 || errno == ENOENT else { return }
    }
  }
}

/// The files that lie in a journal.
private struct Moves {
  private var files: [String] = []
  private(set) var hasMarker = false
  private(set) var hasRemovals = false

  /// An empty folder is what is left when everything was moved.
  var areOurs: Bool { hasMarker || hasRemovals || files.isEmpty }

  /// What pages need before the pages.
  var inOrder: [String] {
    let isPage = files.map { $0.hasSuffix(".html") }
    return files.indices.filter { !isPage[$0] }.map { files[$0] }
      + files.indices.filter { isPage[$0] }.map { files[$0] }
  }

  mutating func gather(_ folder: borrowing FileDescriptor, prefix: String) throws(FileDescriptor.Failure) {
    for entry in try FolderEntries(of: folder).entries {
      let path = prefix + String(decoding: entry.bytes, as: UTF8.self)
      if entry.kind == .folder {
        try gather(try FileDescriptor.openFolder(bytes: entry.name, in: folder.number), prefix: path + "/")
      } else if path == OutputPlace.marker {
        hasMarker = true
      } else if path == OutputJournal.removedName {
        hasRemovals = true
      } else {
        files.append(path)
      }
    }
  }
}
