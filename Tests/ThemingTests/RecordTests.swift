import Testing
import Theming

@Suite struct RecordTests {
  private static let schema = Schema("two", ["a": .text, "b": .text, "c": .text.optional])

  @Test(arguments: [
    Record(schema, ["a": .text("1"), "b": .text("2"), "c": .text("3")]),
    Record(schema, ["c": .text("3"), "b": .text("2"), "a": .text("1")]),
  ])
  func takesFieldsInAnyOrder(record: Record) {
    var source = Fixture.source("{{a}}{{b}}{{c}}")
    source.schemas = ["page": Self.schema]
    #expect(Theme.load(source).0.template("page")?.render(record, root: "") == Array("123".utf8))
  }

  @Test func stopsAtAProgrammersErrors() async {
    await #expect(processExitsWith: .failure) { _ = Record(Schema("s", ["a": .text]), [:]) }
    await #expect(processExitsWith: .failure) { _ = Record(Schema("s", ["a": .text]), ["a": .flag(true)]) }
    await #expect(processExitsWith: .failure) { _ = Record(Schema("s", [:]), ["a": .flag(true)]) }
    await #expect(processExitsWith: .failure) { _ = Schema("s", ["root": .text]) }
  }
}
