public import Diagnostics
internal import Glibc
internal import Synchronization

/// Tells a person how far long work has come, on standard error: counts that move on a terminal, a line a stage elsewhere.
public struct Progress: Sendable {
  public enum Style: Sendable {
    case silent
    case lines
    case terminal
  }

  private let style: Style
  private let language: Language
  private let write: @Sendable (String) -> Void

  public init(isQuiet: Bool, language: Language) {
    let isTerminal = isatty(STDERR_FILENO) == 1
    self.init(style: isQuiet ? .silent : isTerminal ? .terminal : .lines, language: language) { text in
      let bytes = Array(text.utf8)
      _ = bytes.withUnsafeBytes { Glibc.write(STDERR_FILENO, $0.baseAddress, $0.count) }
    }
  }

  public init(style: Style, language: Language, write: @escaping @Sendable (String) -> Void) {
    self.style = style
    self.language = language
    self.write = write
  }

  /// A line of its own: the last one, say, which tells what was built.
  public func say(_ message: Message) {
    if style != .silent { write(message.text(in: language) + "\n") }
  }

  /// Begins a stage; one that is never finished leaves no line behind.
  ///
  /// - Parameter total: how many things there are to do, where that is known.
  public func stage(_ name: Message, total: Int? = nil) -> Stage {
    let stage = Stage(self, name: name.text(in: language), total: total)
    if style == .terminal { write("\r\(stage.name) …\u{1B}[K") }
    return stage
  }

  /// One stage under way; shared by the threads that do its work.
  public final class Stage: Sendable {
    fileprivate let name: String
    private let progress: Progress
    private let total: Int?
    private let done = Atomic(0)
    private let shownAt = Atomic(0)
    private let watch = Stopwatch()

    fileprivate init(_ progress: Progress, name: String, total: Int?) {
      self.progress = progress
      self.name = name
      self.total = total
    }

    /// Cheap enough for every page: looks at the clock each 32nd time, draws ten times a second at most.
    public func advance() {
      let count = done.wrappingAdd(1, ordering: .relaxed).newValue
      guard progress.style == .terminal, count % 32 == 0 else { return }
      let now = watch.milliseconds
      let before = shownAt.load(ordering: .relaxed)
      guard now - before >= 100,
        shownAt.compareExchange(expected: before, desired: now, ordering: .relaxed).exchanged
      else { return }
      let of =
        total.map { " \(progress.language == .swedish ? "av" : "of") \($0.grouped(in: progress.language))" } ?? ""
      progress.write("\r\(name) \(count.grouped(in: progress.language))\(of)\u{1B}[K")
    }

    /// Ends the stage with its line: name, count where things were counted, time.
    public func finish() {
      guard progress.style != .silent else { return }
      let count = done.load(ordering: .relaxed)
      let number = count > 0 ? ": \(count.grouped(in: progress.language))" : ""
      let start = progress.style == .terminal ? "\r" : ""
      let end = progress.style == .terminal ? "\u{1B}[K\n" : "\n"
      progress.write("\(start)\(name)\(number) (\(watch.seconds(in: progress.language)))\(end)")
    }
  }
}
