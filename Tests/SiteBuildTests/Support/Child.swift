import Glibc
import Testing

/// Another process, started with its output going nowhere or to a file.
struct Child {
  let process: pid_t

  init(_ program: String, _ arguments: [String], output: String = "/dev/null") throws {
    var words: [UnsafeMutablePointer<CChar>?] = ([program] + arguments).map { strdup($0) }
    defer { for word in words { free(word) } }
    words.append(nil)
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0)
    posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, output, O_WRONLY | O_CREAT | O_TRUNC, 0o644)
    var process = pid_t()
    try #require(posix_spawn(&process, program, &actions, nil, words, nil) == 0, "could not start \(program)")
    self.process = process
  }

  /// The exit status; nil when a signal ended the process.
  @discardableResult
  func wait() -> Int32? {
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0, errno == EINTR {}
    return status & 0x7F == 0 ? status >> 8 & 0xFF : nil
  }

  func kill() {
    Glibc.kill(process, SIGKILL)
  }

  @discardableResult
  static func run(_ program: String, _ arguments: [String], output: String = "/dev/null") throws -> Int32? {
    try Child(program, arguments, output: output).wait()
  }

  /// A program that this package builds, in the folder where the running tests stand.
  static func built(_ name: String) throws -> String {
    let tests = try #require(realpath("/proc/self/exe", nil))
    defer { free(tests) }
    let path = String(cString: tests).split(separator: "/").dropLast().joined(separator: "/")
    let program = "/\(path)/\(name)"
    try #require(access(program, X_OK) == 0, "\(program) has not been built")
    return program
  }
}
