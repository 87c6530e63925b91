import Diagnostics
import Synchronization
import Testing

@testable import SiteBuild

struct ProgressTests {
  /// What was written.
  final class Log: Sendable {
    private let pieces = Mutex<[String]>([])

    var text: String { pieces.withLock { $0.joined() } }

    func append(_ text: String) {
      pieces.withLock { $0.append(text) }
    }
  }

  private func work(_ style: Progress.Style, _ language: Language, things: Int) -> String {
    let log = Log()
    let progress = Progress(style: style, language: language, write: log.append)
    let stage = progress.stage(Message(sv: "Läser", en: "Reading"), total: things)
    _ = orderedMap(Array(0..<things), jobs: 4) { _ in stage.advance() }
    stage.finish()
    progress.say(Message(sv: "Klart.", en: "Done."))
    return log.text
  }

  @Test func writesALineAStage() {
    let swedish = work(.lines, .swedish, things: 12345)
    #expect(swedish.wholeMatch(of: /Läser: 12\u{A0}345 \(\d+,\d\d s\)\nKlart\.\n/) != nil)
    let english = work(.lines, .english, things: 12345)
    #expect(english.wholeMatch(of: /Reading: 12,345 \(\d+\.\d\d s\)\nDone\.\n/) != nil)
    #expect(work(.lines, .english, things: 0).wholeMatch(of: /Reading \(0\.\d\d s\)\nDone\.\n/) != nil)
  }

  @Test func redrawsTheLineOnATerminal() {
    let text = work(.terminal, .english, things: 64)
    #expect(text.hasPrefix("\rReading …\u{1B}[K"))
    #expect(text.contains("\rReading: 64 ("))
    #expect(text.hasSuffix("s)\u{1B}[K\nDone.\n"))
    #expect(text.count { $0 == "\n" } == 2)
  }

  @Test func isSilentWhenAsked() {
    #expect(work(.silent, .swedish, things: 64).isEmpty)
  }

  @Test(arguments: [
    (0, "0", "0"), (999, "999", "999"), (1000, "1\u{A0}000", "1,000"),
    (-1_234_567, "−1\u{A0}234\u{A0}567", "−1,234,567"),
  ])
  func groupsThousands(number: Int, swedish: String, english: String) {
    #expect(number.grouped(in: .swedish) == swedish)
    #expect(number.grouped(in: .english) == english)
  }
}
