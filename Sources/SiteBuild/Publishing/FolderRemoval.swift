internal import Glibc

/// One of our own folders, listed whole before the first file of it goes.
struct FolderRemoval {
  private var files: [[CChar]] = []
  /// Each before those in it.
  private var folders: [[CChar]] = []
  private var hasMarker = false

  /// Removes the folder and all below it; its marker last, so that what a kill leaves behind is still known as ours.
  static func remove(_ name: String, in parent: Int32, jobs: Int) throws(FileDescriptor.Failure) {
    let root = try FileDescriptor.openFolder(name, in: parent)
    var found = FolderRemoval()
    try found.gather(root, prefix: [])
    _ = try orderedMap(found.files, jobs: jobs) { file throws(FileDescriptor.Failure) in
      try unlink(file, in: root.number)
    }
    for folder in found.folders.reversed() { try unlink(folder, in: root.number, AT_REMOVEDIR) }
    if found.hasMarker { try unlink(cString(OutputPlace.marker), in: root.number) }
    try unlink(cString(name), in: parent, AT_REMOVEDIR)
  }

  private mutating func gather(
    _ folder: borrowing FileDescriptor, prefix: [CChar]
  ) throws(FileDescriptor.Failure) {
    for entry in try FolderEntries(of: folder).entries {
      let path = prefix + entry.name
      if entry.kind == .folder {
        folders.append(path)
        try gather(
          try FileDescriptor.openFolder(bytes: entry.name, in: folder.number),
          prefix: path.dropLast() + [CChar(bitPattern: UInt8(ascii: "/"))])
      } else if prefix.isEmpty, entry.name.elementsEqual(Self.cString(OutputPlace.marker)) {
        hasMarker = true
      } else {
        files.append(path)
      }
    }
  }

  private static func unlink(
    _ path: [CChar], in folder: Int32, _ flags: Int32 = 0
  ) throws(FileDescriptor.Failure) {
    guard unlinkat(folder, path, flags) == 0 || errno == ENOENT else { throw FileDescriptor.Failure(errno) }
  }

  private static func cString(_ text: String) -> [CChar] { Array(text.utf8CString) }
}
