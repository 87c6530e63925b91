import Arguments
import Diagnostics
import Glibc

/// What the program's end tells the shell.
enum ExitStatus: Int32 {
  case fine = 0
  case contentErrors = 1
  /// Wrong usage, or something outside the content: a full disk, an unreadable folder.
  case unable = 2
}

func finish(_ status: ExitStatus) -> Never {
  exit(status.rawValue)
}

func complain(_ text: String) {
  let bytes = Array((text + "\n").utf8)
  _ = write(STDERR_FILENO, bytes, bytes.count)
}

switch Commands.program.parse(Array(CommandLine.arguments.dropFirst())) {
case .show(let text):
  print(text)
  finish(.fine)
case .wrong(let text):
  complain(text)
  finish(.unable)
case .run(let invocation):
  finish(Commands.run(invocation))
}
