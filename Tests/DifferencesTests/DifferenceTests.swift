import Samples
import Testing

@testable import Differences

@Suite struct DifferenceTests {
  /// `[-…-]` and `{+…+}` around what was removed and inserted.
  private func marked(_ old: String, _ new: String) -> String {
    Difference(from: old, to: new).parts.map { part in
      switch part.change {
      case .kept: part.text
      case .removed: "[-\(part.text)-]"
      case .inserted: "{+\(part.text)+}"
      }
    }.joined()
  }

  @Test(arguments: [
    ("Ring jouren.", "Ring jouren.", "Ring jouren."),
    ("", "Ring jouren.", "{+Ring jouren.+}"), ("Ring jouren.", "", "[-Ring jouren.-]"), ("", "", ""),
    (
      "Telefonen laddas varje kväll i skåpet.", "Telefonen laddas varje natt i skåpet.",
      "Telefonen laddas varje [-kväll-]{+natt+} i skåpet."
    ),
    // What is new comes after what it follows.
    (
      "Låset laddas i skåpet.\nSlut.\n", "Låset laddas i förrådet.\nNy rad.\nSlut.\n",
      "Låset laddas i [-skåpet-]{+förrådet+}.\n{+Ny rad.\n+}Slut.\n"
    ),
    // A comma between two changes belongs to the change.
    (
      "Märk alla röda, tunga lådor med namn.", "Märk alla blå, lätta lådor med namn.",
      "Märk alla [-röda, tunga-]{+blå, lätta+} lådor med namn."
    ),
    // Hardly a word in common: one for the other.
    (
      "Nycklarna räknas på morgonen.\n", "Bilen tankas av den som kör.\n",
      "[-Nycklarna räknas på morgonen.\n-]{+Bilen tankas av den som kör.\n+}"
    ),
    // A line is compared with the one that it was, wherever it stands.
    (
      "Ring jouren och vänta.\nEtt lås.\n", "Före passet.\nEfter passet.\nRing chefen och vänta.\n",
      "{+Före passet.\nEfter passet.\n+}Ring [-jouren-]{+chefen+} och vänta.\n[-Ett lås.\n-]"
    ),
    // Å as one letter and as two are different bytes.
    ("å", "a\u{30A}", "[-å-]{+a\u{30A}+}"),
  ])
  func marksWords(old: String, new: String, expected: String) {
    // Compared byte by byte: letters taken apart are equal to whole ones as texts.
    #expect(Array(marked(old, new).utf8) == Array(expected.utf8))
  }

  @Test func givesLines() {
    let lines = Difference(from: "A b c.\n\nSlut.", to: "A b d.\n\nSlut.\nEfter.").lines
    #expect(
      lines.map { $0.map { "\($0.change.rawValue):\($0.text)" } } == [
        ["kept:A b ", "removed:c", "inserted:d", "kept:."], ["kept:Slut."], ["inserted:Efter."],
      ])
  }

  @Test(arguments: 0..<10) func leadsFromOneTextToTheOther(group: Int) {
    for seed in 0..<100 {
      var random = SeededGenerator(seed: UInt64(group * 1000 + seed))
      let old = text(&random)
      let new = random.chance(50) ? text(&random) : edited(old, &random)
      let difference = Difference(from: old, to: new)
      #expect(difference.applied(to: old).map { Array($0.utf8) } == Array(new.utf8), "seed \(group * 1000 + seed)")
      #expect(difference.isEmpty == old.utf8.elementsEqual(new.utf8))
      if !old.isEmpty { #expect(difference.applied(to: old + "x") == nil) }
    }
  }

  @Test(arguments: 0..<10) func findsTheLongestCommonSubsequence(group: Int) {
    for seed in 0..<30 {
      var random = SeededGenerator(seed: UInt64(group * 1000 + seed))
      let kinds = random.number(1...40)
      let old = (0..<random.number(0...200)).map { _ in random.number(below: kinds) }
      let new = (0..<random.number(0...200)).map { _ in random.number(below: kinds) }
      // With all rows at once, and halved again and again.
      for limit in [CommonSubsequence.wordLimit, 8] {
        let common = CommonSubsequence(old, new, wordLimit: limit)
        let kept = zip(old, common.oldIsKept).filter(\.1).map(\.0)
        #expect(kept == zip(new, common.newIsKept).filter(\.1).map(\.0))
        #expect(kept.count == naiveLength(old, new))
      }
    }
  }

  /// Each piece of the new text changes each word of 64 places at most once, however the texts are made: texts of 3,000
  /// words, which are 6,000 pieces, never take more than half a million steps of a few nanoseconds.
  @Test(arguments: [1, 2, 40, 700, 6_000]) func worksNoMoreThanThePlacesThatThereAre(kinds: Int) {
    var random = SeededGenerator(seed: UInt64(kinds))
    let old = (0..<6_000).map { _ in random.number(below: kinds) }
    let new = [(0..<6_000).map { _ in random.number(below: kinds) }, old.reversed(), Array(old.dropFirst() + [0])]
    for new in new {
      #expect(CommonSubsequence(old, new).steps <= new.count * (old.count / 64 + 1))
      // Halved again and again, all halves together take as much once more.
      #expect(CommonSubsequence(old, new, wordLimit: 1 << 10).steps <= 3 * new.count * (old.count / 64 + 1))
    }
  }

  private func naiveLength(_ old: [Int], _ new: [Int]) -> Int {
    var row = Array(repeating: 0, count: new.count + 1)
    for item in old {
      var diagonal = 0
      for index in new.indices {
        let above = row[index + 1]
        row[index + 1] = item == new[index] ? diagonal + 1 : max(above, row[index])
        diagonal = above
      }
    }
    return row[new.count]
  }

  private static let pieces = [
    "nyckel", "lås", "telefon", "å", "a\u{30A}", "LMO", "14.30", ",", ".", "\n", "\n\n", "  ", " ", "–", "”", "👩‍👧",
    "\r\n",
    "\u{FEFF}",
  ]

  private func text(_ random: inout SeededGenerator) -> String {
    (0..<random.number(0...120)).map { _ in random.pick(Self.pieces) + (random.chance(70) ? " " : "") }.joined()
  }

  private func edited(_ text: String, _ random: inout SeededGenerator) -> String {
    var words = text.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
    for _ in 0...random.number(below: 6) {
      let place = random.number(below: words.count)
      switch random.number(below: 3) {
      case 0: words.remove(at: place)
      case 1: words.insert(random.pick(Self.pieces), at: place)
      default: words[place] = random.pick(Self.pieces)
      }
      if words.isEmpty { words = [""] }
    }
    return words.joined(separator: " ")
  }
}
