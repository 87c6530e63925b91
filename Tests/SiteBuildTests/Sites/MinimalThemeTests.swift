import Diagnostics
import Foundation
import Testing

@testable import Pages
@testable import Theming

/// The theme of the golden sites shows all that a page knows; a field that is added later must be printed too.
@Suite struct MinimalThemeTests {
  private static let folder = FixtureSite.fixtures.appendingPathComponent("themes/minimal")

  @Test func printsEveryField() throws {
    let templates = FixtureSite.files(in: Self.folder.appendingPathComponent("templates")).map {
      String(decoding: $0.1, as: UTF8.self)
    }
    let tag = try Regex(#"\{\{\{?#?\^? ?([A-Za-z.]+) ?\}?\}\}"#)
    let printed = Set(
      templates.flatMap { text in
        text.matches(of: tag).flatMap { ($0.output[1].substring ?? "").split(separator: ".").map(String.init) }
      })
    var schemas: [String: Schema] = PageSchemas.all
    var waiting = Array(schemas.values)
    while let schema = waiting.popLast() {
      for field in schema.fields {
        let isPrinted = printed.contains(field.name)
        #expect(isPrinted, "\(schema.name).\(field.name)")
        switch field.type.kind {
        case .record(let inner), .records(let inner):
          if schemas.updateValue(inner, forKey: inner.name) == nil { waiting.append(inner) }
        default: continue
        }
      }
    }
    #expect(schemas.count > 15)
  }

  @Test(arguments: ["sv", "en"]) func isWithoutFault(language: String) {
    let files = FixtureSite.files(in: Self.folder).map { ThemeFile(path: $0.0, bytes: $0.1) }
    var source = Theme.Source(files: files, schemas: PageSchemas.all, language: language)
    source.stringsUsedByCode = PageSchemas.strings
    #expect(Theme.load(source).1 == [])
  }

  /// Every key that the code may ask for is asked of the theme, so that no reader meets a key in place of a text.
  @Test func asksForEveryStringThatCodeUses() throws {
    let folder = FixtureSite.fixtures.deletingLastPathComponent().deletingLastPathComponent()
      .appendingPathComponent("Sources/Pages")
    let literal = try Regex(#"strings(?:\[|\.formatted\()"([a-zA-Z.]+)""#)
    for (path, bytes) in FixtureSite.files(in: folder) where path.hasSuffix(".swift") {
      for match in String(decoding: bytes, as: UTF8.self).matches(of: literal) {
        let key = String(match.output[1].substring ?? "")
        #expect((PageSchemas.strings + PageSchemas.searchStrings).contains(key), "\(path): \(key)")
      }
    }
    #expect(PageSchemas.strings.count == Set(PageSchemas.strings).count)
  }
}
