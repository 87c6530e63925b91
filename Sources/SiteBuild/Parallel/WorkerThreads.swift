internal import CLinux
internal import Glibc

/// How many processors this process may run on.
public func availableProcessors() -> Int {
  var mask = [UInt64](repeating: 0, count: 16)
  let size = mask.count * MemoryLayout<UInt64>.stride
  guard mask.withUnsafeMutableBytes({ sched_getaffinity(0, size, $0.baseAddress) }) == 0 else { return 1 }
  return max(1, mask.reduce(0) { $0 + $1.nonzeroBitCount })
}

/// Runs `work` on `count` threads at once, the caller's among them, and returns when every one of them is done.
///
/// Where the system grants fewer threads, fewer run: the work must share itself out.
func onThreads(_ count: Int, _ work: @Sendable () -> Void) {
  // Each thread is joined before this returns, so none of them keeps the closure longer than its caller allows.
  withoutActuallyEscaping(work) { work in
    let others = (1..<max(1, count)).compactMap { _ in WorkerThread(work) }
    work()
    for thread in others { thread.join() }
  }
}

/// One POSIX thread; plain threads, because Dispatch grants no more than there are cores, whatever `--jobs` says.
private struct WorkerThread {
  /// As the main thread's, so that nothing depends on which thread it ran on; only the touched part takes memory.
  static let stackBytes = 8 << 20

  private let thread: pthread_t

  init?(_ work: @escaping @Sendable () -> Void) {
    let attributes = UnsafeMutablePointer<pthread_attr_t>.allocate(capacity: 1)
    defer { attributes.deallocate() }
    pthread_attr_init(attributes)
    defer { pthread_attr_destroy(attributes) }
    pthread_attr_setstacksize(attributes, Self.stackBytes)
    let body = Unmanaged.passRetained(Body(run: work))
    var thread = pthread_t()
    let status = pthread_create(
      &thread, attributes,
      { argument in
        guard let argument else { return nil }
        Unmanaged<Body>.fromOpaque(argument).takeRetainedValue().run()
        return nil
      }, body.toOpaque())
    guard status == 0 else {
      body.release()
      return nil
    }
    self.thread = thread
  }

  func join() {
    pthread_join(thread, nil)
  }

  private final class Body: Sendable {
    let run: @Sendable () -> Void

    init(run: @escaping @Sendable () -> Void) {
      self.run = run
    }
  }
}
