internal import Synchronization

/// What `body` makes of each item, in the items' order, worked out on `jobs` threads.
///
/// The result is the same for any `jobs`; one job is a plain loop. Where items fail, the failure of the first of them in
/// order is thrown, as the loop would; items after it may have been tried. Items are begun in order, one by one, so those
/// that take longest should come first.
public func orderedMap<Item: Sendable, Output: Sendable, Failure: Error>(
  _ items: [Item], jobs: Int, _ body: @Sendable (Item) throws(Failure) -> Output
) throws(Failure) -> [Output] {
  let jobs = min(jobs, items.count)
  guard jobs > 1 else { return try items.map(body) }
  let slots = Slots<Result<Output, Failure>>(count: items.count)
  defer { slots.deallocate() }
  let next = Atomic(0)
  let failed = Atomic(false)
  onThreads(jobs) {
    // An item that was taken is always finished, and they are taken in order: all before a failure are complete.
    while !failed.load(ordering: .relaxed) {
      let index = next.wrappingAdd(1, ordering: .relaxed).oldValue
      guard index < items.count else { return }
      do throws(Failure) {
        slots[index] = .success(try body(items[index]))
      } catch {
        slots[index] = .failure(error)
        failed.store(true, ordering: .relaxed)
      }
    }
  }
  var outputs: [Output] = []
  outputs.reserveCapacity(items.count)
  for index in items.indices {
    switch slots.take(index) {
    case .success(let output): outputs.append(output)
    case .failure(let error): throw error
    case nil: preconditionFailure("item \(index) was never taken")
    }
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

  /// Moved out, not copied: a value may hold many things that a copy would count anew.
  func take(_ index: Int) -> Value? {
    let value = base.moveElement(from: index)
    base.initializeElement(at: index, to: nil)
    return value
  }

  func deallocate() {
    base.deinitialize()
    base.deallocate()
  }
}
