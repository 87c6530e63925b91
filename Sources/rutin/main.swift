import Arguments
import CLinux
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

// A short run that fills its memory and ends: asking the system for more in large steps, and giving nothing back before the
// end, halves what a build spends there.
mallopt(M_TOP_PAD, 16 << 20)
mallopt(M_TRIM_THRESHOLD, 1 << 30)
mallopt(M_MMAP_THRESHOLD, 1 << 26)

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
