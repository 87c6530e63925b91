import Diagnostics
import Testing
import Theming

@Suite struct FuzzTests {
  private static let pieces = [
    "{{", "}}", "{{{", "}}}", "{", "}", "#", "^", "/", ">", "<", "$", "!", "@", "&", "=", ".", " ", "\n", "\r\n", "\t",
    "title", "links", "contents", "items", "authors", "isOpen", "replaces", "owner", "body", "t.", "t.a", "-last", "p",
    "q", "x", "å", "{{#links}}", "{{/links}}", "{{#contents}}", "{{/contents}}", "{{#items}}", "{{/items}}", "{{> p}}",
    "{{> q}}", "{{<l}}", "{{/l}}", "{{$x}}", "{{/x}}", "{{title}}", "{{.}}", "{{t.a}}", "\u{0}", "\u{FEFF}",
  ]

  @Test func survivesAnyTemplate() {
    var random = Generator(state: 1)
    var compiled = 0
    for _ in 0..<1500 {
      let (theme, faults) = Theme.load(
        Fixture.source(
          random.text(of: Self.pieces, length: 20),
          [
            "templates/partials/p.html": random.text(of: Self.pieces, length: 12),
            "templates/partials/q.html": random.text(of: Self.pieces, length: 8),
            "templates/l.html": random.text(of: Self.pieces, length: 8),
            "strings/sv.yaml": "a: \"\(random.text(of: ["{{title}}", "x", "{{", "}}"], length: 3))\"",
          ]))
      // Either there is a template, which renders, or an error that tells why not.
      if let template = theme.template("page") {
        compiled += 1
        _ = template.render(Fixture.record, root: "../")
      } else {
        #expect(faults.errorCount > 0)
      }
      for fault in faults { #expect(fault.range.line >= 1 && fault.range.column >= 1 && fault.help != nil) }
    }
    #expect(compiled > 10)
  }

  @Test func survivesAnyBytes() {
    var random = Generator(state: 2)
    for _ in 0..<300 {
      var source = Fixture.source("{{t.title}}")
      for index in source.files.indices {
        for _ in 0..<random.below(4) where !source.files[index].bytes.isEmpty {
          source.files[index].bytes[random.below(source.files[index].bytes.count)] = UInt8(random.below(256))
        }
      }
      _ = Theme.load(source)
    }
  }
}

/// A small deterministic generator (SplitMix64), so that a failure can be repeated.
struct Generator {
  var state: UInt64

  mutating func below(_ bound: Int) -> Int {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return Int((mixed ^ (mixed >> 31)) % UInt64(bound))
  }

  mutating func text(of pieces: [String], length: Int) -> String {
    (0..<below(length + 1)).map { _ in pieces[below(pieces.count)] }.joined()
  }
}
