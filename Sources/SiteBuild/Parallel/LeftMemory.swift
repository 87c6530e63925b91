/// Never gives back the memory of a value: that of ten thousand documents, piece by piece, takes longer than ending does.
func leaveToSystem<Value>(_ value: Value) {
  _ = Unmanaged.passRetained(LeftMemory(value))
}

private final class LeftMemory<Value> {
  private let value: Value

  init(_ value: Value) { self.value = value }
}
