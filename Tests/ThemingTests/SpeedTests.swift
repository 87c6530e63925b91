import Glibc
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
    /// The least of three, in nanoseconds of this thread's own processor time: the machine's load does not count.
    func time(_ count: Int) -> Int {
      let source = Fixture.source(
        String(repeating: piece, count: count), ["templates/partials/p.html": "x{{title}}", "templates/l.html": "y"])
      func now() -> Int {
        var time = timespec()
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
        return time.tv_sec * 1_000_000_000 + time.tv_nsec
      }
      return (0..<3).map { _ in
        let start = now()
        _ = Theme.load(source)
        return now() - start
      }.min() ?? 0
    }
    let (small, large) = (time(500), time(4_000))
    // Quadratic work would take 64 times as long.
    #expect(large < small * 30 + 20_000_000)
  }
}
