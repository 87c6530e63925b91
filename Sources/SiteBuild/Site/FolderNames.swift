internal import Glibc

func isFolder(_ path: String) -> Bool {
  var status = stat()
  return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
}

/// Names of the folders in a folder, in byte order; none when it cannot be listed.
func folderNames(in path: String) -> [String] { names(in: path).filter { isFolder(path + "/" + $0) } }

/// Names of the files in a folder, in byte order; none when it cannot be listed.
func fileNames(in path: String) -> [String] { names(in: path).filter { isFile(path + "/" + $0) } }

private func names(in path: String) -> [String] {
  guard let folder = opendir(path) else { return [] }
  defer { closedir(folder) }
  var names: [String] = []
  while let entry = readdir(folder) {
    let name = withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
      String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
    }
    if !name.hasPrefix(".") { names.append(name) }
  }
  return names.sorted()
}

func isFile(_ path: String) -> Bool {
  var status = stat()
  return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
}
