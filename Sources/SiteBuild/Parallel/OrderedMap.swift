internal import Synchronization

/// What `body` makes of each item, in the items' order, worked out on `jobs` threads.
///
/// The result is the same for any `jobs`; one job is a plain loop. Where items fail, the failure of the first of them in
/// order is thrown, as the loop would; items after it may have been tried.
public func orderedMap<Item: Sendable, Output: Sendable, Failure: Error>(
  _ items: [Item], jobs: Int, _ body: @Sendable (Item) throws(Failure) -> Output
) throws(Failure) -> [Output] {
  let jobs = min(jobs, items.count)
  guard jobs > 1 else { return try items.map(body) }
  let slots = Slots<Result<Output, Failure>>(count: items.count)
  defer { slots.deallocate() }
  let chunk = max(1, min(32, items.count / (jobs * 8)))
  let next = Atomic(0)
  let failed = Atomic(false)
  onThreads(jobs) {
    // A chunk that was taken is always finished, and chunks are taken in order: all before a failure are complete.
    while !failed.load(ordering: .relaxed) {
      let start = next.wrappingAdd(chunk, ordering: .relaxed).oldValue
      guard start < items.count else { return }
      for index in start..<min(start + chunk, items.count) {
        do throws(Failure) {
          slots[index] = .success(try body(items[index]))
        } catch {
          slots[index] = .failure(error)
          failed.store(true, ordering: .relaxed)
          return
        }
      }
    }
  }
  var outputs: [Output] = []
  outputs.reserveCapacity(items.count)
  for index in items.indices {
    guard let result = slots[index] else { preconditionFailure("item \(index) was never taken") }
    outputs.append(try result.get())
  }
  return outputs
}

/// A place for each result.
///
/// Unchecked, because the compiler cannot see that each slot is written by the one thread that took its index and read
/// only after all threads were joined.
private struct Slots<Value: Sendable>: @unchecked Sendable {
  private let base: UnsafeMutableBufferPointer<Value?>

  init(count: Int) {
    base = .allocate(capacity: count)
    base.initialize(repeating: nil)
  }

  subscript(index: Int) -> Value? {
    get { base[index] }
    nonmutating set { base[index] = newValue }
  }

  func deallocate() {
    base.deinitialize()
    base.deallocate()
  }
}
