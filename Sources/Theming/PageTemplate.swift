internal import HTML

/// The compiled template of a page kind; any number of threads may render it at once.
public struct PageTemplate: Sendable {
  public let kind: String
  public let schema: Schema
  private let program: Program

  init(kind: String, schema: Schema, program: Program) {
    self.kind = kind
    self.schema = schema
    self.program = program
  }

  /// Appends the page.
  ///
  /// `record` has the template's schema; anything else is a programmer's error.
  /// `root` leads from the page to the site's root: empty, or `../` once for each folder.
  public func render(_ record: Record, root: String, into page: inout [UInt8]) {
    precondition(record.schema === schema, "\(kind): a record of \(record.schema.name)")
    var renderer = Renderer(record, root: root)
    renderer.run(program, 0..<program.operations.count, into: &page)
  }

  public func render(_ record: Record, root: String) -> [UInt8] {
    var page: [UInt8] = []
    render(record, root: root, into: &page)
    return page
  }
}
