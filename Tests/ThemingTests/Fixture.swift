import Diagnostics
import HTML
import Theming

/// A theme of one page kind with every type of field.
enum Fixture {
  static let link = Schema("link", ["title": .text, "href": .text, "note": .text.optional, "tags": .texts])
  static let entry = Schema("entry", ["title": .text, "items": .nested])
  static let page = Schema(
    "page",
    [
      "title": .text, "summary": .text.optional, "body": .markup, "aside": .markup.optional, "count": .number,
      "rank": .number.optional, "isDraft": .flag, "isOpen": .flag, "authors": .texts, "none": .texts,
      "owner": .record(link), "replaces": .record(link).optional, "replacedBy": .record(link).optional,
      "links": .records(link), "contents": .records(entry),
    ])

  static func makeLink(_ title: String, note: String? = nil, tags: [String] = []) -> Record {
    Record(link, ["title": .text(title), "href": .text("\(title)/"), "note": Value(note), "tags": .texts(tags)])
  }

  static func makeEntry(_ title: String, _ items: [Record] = []) -> Record {
    Record(entry, ["title": .text(title), "items": .records(items)])
  }

  static let record = Record(
    page,
    [
      "title": .text("Rutin <1>"), "summary": .text("Kort & gott"), "body": .markup(Markup(literal: "<p>Brödtext</p>")),
      "count": .number(7), "rank": .number(0), "isDraft": .flag(false), "isOpen": .flag(true),
      "authors": .texts(["Åsa", "Örjan", "<Li>"]), "none": .texts([]), "owner": .record(makeLink("Ägare")),
      "replaces": .record(makeLink("Gammal", note: "utgången")),
      "links": .records([makeLink("Ett", note: "n1", tags: ["a", "b"]), makeLink("Två")]),
      "contents": .records([
        makeEntry("1", [makeEntry("1.1", [makeEntry("1.1.1")]), makeEntry("1.2")]), makeEntry("2"),
      ]),
    ])

  static let strings = """
    title: "Rubrik"
    quote: "Säg \\"hej\\" & 'hå' <nu>"
    greeting: "Hej {{name}}, du har {{count}} av {{ title }}"
    nav:
      home: Hem
    """

  /// Sources with `page.html` and other files by path, in Swedish.
  static func source(_ page: String, _ files: KeyValuePairs<String, String> = [:]) -> Theme.Source {
    var all = ["theme.yaml": "namn: Prov", "strings/sv.yaml": strings, "templates/page.html": page]
    for (path, text) in files { all[path] = text }
    return Theme.Source(
      files: all.sorted { $0.key < $1.key }.map { ThemeFile(path: $0.key, bytes: Array($0.value.utf8)) },
      schemas: ["page": Fixture.page], language: "sv")
  }

  /// The errors only: a fixture's strings and files are seldom all in use.
  static func errors(_ page: String, _ files: KeyValuePairs<String, String> = [:]) -> [Diagnostic] {
    Theme.load(source(page, files)).1.filter { $0.severity == .error }
  }

  /// What the page becomes; the faults as text when there are any.
  static func render(_ page: String, _ files: KeyValuePairs<String, String> = [:], root: String = "../") -> String {
    let (theme, faults) = Theme.load(source(page, files))
    guard let template = theme.template("page") else {
      return faults.filter { $0.severity == .error }.map { $0.report(in: .english) }.joined(separator: "\n")
    }
    return String(decoding: template.render(record, root: root), as: UTF8.self)
  }
}

extension Diagnostic {
  /// `code line:column`, with the file when it is not the page.
  var brief: String {
    let file = range.file == "templates/page.html" ? "" : "\(range.file) "
    return "\(file)\(code.rawValue) \(range.line):\(range.column)"
  }
}

extension Fixture {
  /// A page whose only field is `q`.
  static func render(_ page: String, text: String) -> String {
    let schema = Schema("one", ["q": .text])
    var source = source(page)
    source.schemas = ["page": schema]
    guard let template = Theme.load(source).0.template("page") else { return "no template" }
    return String(decoding: template.render(Record(schema, ["q": .text(text)]), root: ""), as: UTF8.self)
  }
}
