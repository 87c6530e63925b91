import Glibc
import Testing

/// A disk in memory that is soon full.
struct SmallDisk: ~Copyable {
  let folder: TemporaryFolder

  static var isPossible: Bool {
    guard geteuid() == 0, let disk = try? SmallDisk(kibibytes: 64) else { return false }
    _ = disk
    return true
  }

  init(kibibytes: Int) throws {
    let folder = try TemporaryFolder()
    try #require(mount("tmpfs", folder.path, "tmpfs", 0, "size=\(kibibytes)k") == 0)
    self.folder = folder
  }

  deinit {
    umount2(folder.path, Int32(MNT_DETACH))
  }
}
