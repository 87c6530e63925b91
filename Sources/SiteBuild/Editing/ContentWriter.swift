internal import Diagnostics
internal import Glibc

/// Writes files into a content folder; what is there already is never written over.
struct ContentWriter {
  let content: String

  /// - Parameter path: below the content folder; its folders are made.
  func create(_ path: String, _ bytes: [UInt8]) throws(EnvironmentFault) {
    try makeFolders(of: content + "/" + path)
    let file = content + "/" + path
    do throws(FileDescriptor.Failure) {
      let out = try FileDescriptor.open(file, O_WRONLY | O_CREAT | O_EXCL, mode: 0o644)
      try out.write(bytes)
      try out.closed()
    } catch {
      if error.number == EEXIST { throw Self.exists(file) }
      throw EnvironmentFault(error.number, .write, file)
    }
  }

  func exists(_ path: String) -> Bool { access(content + "/" + path, F_OK) == 0 }

  static func exists(_ file: String) -> EnvironmentFault {
    EnvironmentFault(
      .other, file,
      Message(
        sv: "\(file) finns redan och skrivs inte över.", en: "\(file) exists already and is not written over."),
      help: Message(sv: "Byt namn på den, eller välj en annan titel.", en: "Rename it, or choose another title."))
  }

  private func makeFolders(of file: String) throws(EnvironmentFault) {
    var slash = file.dropFirst().firstIndex(of: "/")
    while let end = slash {
      let folder = String(file[..<end])
      guard mkdir(folder, 0o755) == 0 || errno == EEXIST || isFolder(folder) else {
        throw EnvironmentFault(errno, .create, folder)
      }
      slash = file[file.index(after: end)...].firstIndex(of: "/")
    }
  }
}
