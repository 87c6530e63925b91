import Testing
import Theming

@Suite(.serialized) struct SpeedTests {
  @Test func rendersFromManyTasksAtOnce() async throws {
    let (theme, _) = Theme.load(
      Fixture.source(
        "<h1>{{title}}</h1>{{#links}}{{> p}}{{/links}}{{#contents}}{{> e}}{{/contents}}{{t.quote}}",
        [
          "templates/partials/p.html": "<a href=\"{{root}}{{href}}\">{{title}}</a>",
          "templates/partials/e.html": "({{title}}{{#items}}{{> e}}{{/items}})",
        ]))
    let template = try #require(theme.template("page"))
    let expected = template.render(Fixture.record, root: "../")
    let same = await withTaskGroup(of: Bool.self) { group in
      for _ in 0..<8 {
        group.addTask { (0..<500).allSatisfy { _ in template.render(Fixture.record, root: "../") == expected } }
      }
      return await group.reduce(true) { $0 && $1 }
    }
    #expect(same)
  }

  /// Each text is one piece many times; twice as many pieces must not take much more than twice as long.
  @Test(arguments: [
    "{{title}} ", "{{titel}} ", "{{#isOpen}}x{{/isOpen}}", "{{", "{{{", "{{! ", "{{!}}", "{{/isOpen}}", "{{#isOpen}}",
    "\n",
    " \t", "{{title}}\n  {{! c }}  \n", "{{> p}}", "{{<l}}{{/l}}", "{{$x}}{{/x}}", "{{t.title}}",
  ])
  func compilesInLinearTime(piece: String) {
    func time(_ count: Int) -> Duration {
      let source = Fixture.source(
        String(repeating: piece, count: count), ["templates/partials/p.html": "x{{title}}", "templates/l.html": "y"])
      let clock = ContinuousClock()
      return (0..<3).map { _ in clock.measure { _ = Theme.load(source) } }.min() ?? .zero
    }
    let (small, large) = (time(500), time(4_000))
    // Quadratic work would take 64 times as long.
    #expect(large < small * 30 + .milliseconds(20))
  }
}
