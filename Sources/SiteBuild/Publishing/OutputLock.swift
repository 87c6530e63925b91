internal import Diagnostics
internal import Glibc

/// Held by the one build that may replace an output; the system lets go of it when the process dies, however it dies.
struct OutputLock: ~Copyable, Sendable {
  private let file: FileDescriptor
  private let path: String

  init(_ place: OutputPlace) throws(EnvironmentFault) {
    path = (place.parent == "/" ? "" : place.parent) + "/" + place.lockName
    do throws(FileDescriptor.Failure) {
      while true {
        let file = try FileDescriptor.open(path, O_RDWR | O_CREAT, mode: 0o600)
        guard flock(file.number, LOCK_EX | LOCK_NB) == 0 else {
          if errno == EINTR { continue }
          throw FileDescriptor.Failure(errno)
        }
        // The build before may have removed the file between our two calls; then the lock is on nothing that others see.
        if Self.stands(file, at: path) {
          self.file = file
          return
        }
      }
    } catch {
      guard error.number == EWOULDBLOCK else { throw EnvironmentFault(error.number, .create, path) }
      throw EnvironmentFault(
        .busy, place.path,
        Message(
          sv: "Ett annat bygge skriver redan till \(place.path).", en: "Another build is writing to \(place.path)."),
        help: Message(
          sv: "Vänta tills det är klart och bygg igen.", en: "Wait until it has finished and build again."))
    }
  }

  deinit {
    unlink(path)
  }

  private static func stands(_ file: borrowing FileDescriptor, at path: String) -> Bool {
    var held = stat()
    var found = stat()
    return fstat(file.number, &held) == 0 && lstat(path, &found) == 0 && held.st_ino == found.st_ino
      && held.st_dev == found.st_dev
  }
}
