/// A compiled template: flat operations over shared constants.
///
/// Operations hold numbers only, so that threads which render the same template share no reference counts.
struct Program: Sendable {
  /// Where a value is found: a frame of the scope stack, a slot of its values, and further slots inwards.
  struct Path: Sendable {
    var level: UInt16
    var slot: UInt16
    /// The range of `steps` that leads further inwards; mostly empty.
    var firstStep: Int32
    var stepCount: Int32
  }

  enum Operation: Sendable {
    case text(start: Int32, count: Int32)
    case root
    case insertText(Path)
    case insertMarkup(Path)
    case skipUnless(Path, to: Int32)
    case skipIf(Path, to: Int32)
    case skipUnlessEdge(Edge, level: UInt16, is: Bool, to: Int32)
    /// Runs what follows up to `end` with the value on the scope stack: for each item, once, or never.
    case enter(Path, end: Int32)
    case call(Int32)
  }

  enum Edge: Sendable {
    case first
    case last
  }

  /// A partial that inserts itself, run anew for the innermost record in the place of the one it began with.
  struct Subroutine: Sendable {
    var operations: Range<Int>
    var level: Int
  }

  var operations: [Operation] = []
  var text: [UInt8] = []
  var steps: [UInt16] = []
  var subroutines: [Subroutine] = []
}
