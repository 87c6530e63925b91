internal import Diagnostics
internal import Glibc

/// Where figures without disclosure control and clients' ids may be written: never into content, data or a site.
public enum WorkingMaterial {
  /// Throws when a file lies in one of the folders, or in a site that this program made.
  ///
  /// - Parameter file: need not be there, but the folder around it must.
  public static func refuse(_ file: String, inside folders: [String]) throws(EnvironmentFault) {
    let slash = file.utf8.lastIndex(of: UInt8(ascii: "/"))
    let around = slash.map { $0 == file.startIndex ? "/" : String(file[..<$0]) } ?? "."
    var folder: String
    // A link may lead elsewhere than its own folder.
    if let target = try? realPath(file), let slash = target.utf8.lastIndex(of: UInt8(ascii: "/")) {
      folder = String(target[..<slash])
    } else {
      do throws(FileDescriptor.Failure) {
        folder = try realPath(around)
      } catch {
        throw EnvironmentFault(error.number, .write, file)
      }
    }
    let refused = folders.compactMap { try? realPath($0) }
    while true {
      if refused.contains(where: { $0.utf8.elementsEqual(folder.utf8) }) || isFile(folder + "/" + OutputPlace.marker) {
        throw EnvironmentFault(
          .refusedOutput, file,
          Message(
            sv: "Arbetsmaterial får inte skrivas i \(folder).", en: "Working material may not be written in \(folder)."),
          help: Message(
            sv: "Välj en fil utanför innehåll och webbplats.", en: "Choose a file outside content and site."))
      }
      guard let slash = folder.utf8.lastIndex(of: UInt8(ascii: "/")), folder.utf8.count > 1 else { return }
      folder = slash == folder.startIndex ? "/" : String(folder[..<slash])
    }
  }

  /// Throws when standard output goes to such a file; a terminal or a pipe is free.
  public static func refuseStandardOutput(inside folders: [String]) throws(EnvironmentFault) {
    var status = stat()
    guard fstat(STDOUT_FILENO, &status) == 0, status.st_mode & S_IFMT == S_IFREG,
      let file = try? realPath("/proc/self/fd/1")
    else { return }
    try refuse(file, inside: folders)
  }

  /// Writes a file that only its owner may read.
  public static func write(_ text: String, to file: String, outside folders: [String]) throws(EnvironmentFault) {
    try refuse(file, inside: folders)
    try WorkFolder.replace(file, with: Array(text.utf8), mode: 0o600)
  }
}
