import CivilTime
import Testing

@testable import PersonalNumbers

/// All numbers here are made up, but for the check digit.
@Suite struct PersonalNumberTests {
  private func scanner() throws -> PersonalNumberScanner {
    PersonalNumberScanner(asOf: try #require(CivilDate(iso: "2026-11-20")))
  }

  private func count(_ text: String) throws -> Int { try scanner().numbers(in: Array(text.utf8)).count }

  @Test func findsEveryGeneratedNumberInEverySpelling() throws {
    var dice = Dice(state: 1)
    let scanner = try scanner()
    var missed: [String] = []
    var spellings: [Int: Int] = [:]
    for _ in 0..<100_000 {
      let number = dice.person()
      let (spelling, written) = dice.spelled(number)
      spellings[spelling, default: 0] += 1
      let (before, after) = dice.around()
      let found = scanner.numbers(in: Array((before + written + after).utf8))
      let digits = UInt64(number.digits.suffix(10)) ?? 0
      let start = before.utf8.count
      if found.count != 1 || found[0].digits != digits || found[0].isCoordination != number.isCoordination
        || found[0].range.upperBound != start + written.utf8.count
      {
        missed.append(before + written + after)
      }
    }
    #expect(missed.isEmpty, "\(missed.count): \(missed.prefix(8))")
    #expect(spellings.count == Dice.spellingCount)
  }

  @Test(arguments: NotPersonal.allCases) func hitsNoOtherNumber(kind: NotPersonal) throws {
    var dice = Dice(state: 2)
    let scanner = try scanner()
    var hits: [String] = []
    for _ in 0..<100_000 {
      let text = kind.text(&dice)
      if !scanner.numbers(in: Array(text.utf8)).isEmpty { hits.append(text) }
    }
    #expect(hits.isEmpty, "\(hits.count): \(hits.prefix(8))")
  }

  /// One digit is wrong, or one too many or too few.
  @Test(arguments: [
    "850312-1230", "851312-1231", "850332-1231", "850312-123", "850312-12319", "210229-1230", "18850312-1231",
  ])
  func needsDateAndCheckDigit(text: String) throws { #expect(try count(text) == 0) }

  @Test(arguments: [
    "19850312-1231-7", "7-850312-1231", "x8503121231", "8503121231x", "3.8503121231", "8503121231.5", "+198503121231",
    "Telefon: 0701234569", "ring oss på 0701234569", "serienr 8503121231", "S/N 8503121231", "IMEI-nr: 8503121231",
    "<td>Inventarienummer</td> <td>8503121231</td>", "<a href=\"tel:0701234569\">0701234569</a>",
    "0001012343 00000 n", "2024-05-12 4500 kr", "2019/03/04/1505", "202611191236", "20261119-1236",
  ])
  func leavesAlone(text: String) throws { #expect(try count(text) == 0) }

  @Test(arguments: [
    "Anna 8503121231", "pnr8503121231", "Telefon till Anna, 8503121231", "Anna_850312-1231.pdf", "Anna_8503121231.pdf",
    "**850312**-1231", "<b>850312</b>-<i>1231</i>", "850312-\n1231", "850312&nbsp;1231",
    "1,8503121231,2",
    "\"8503121231\"", "19 850312-1231", "1985-03-12 1231", "brukare: 8503121231 (f.d. 4)", "nr 8503121231 5 st",
  ])
  func finds(text: String) throws { #expect(try count(text) == 1) }

  @Test func findsSeveralAndTellsWhere() throws {
    let text = "a 850312-1231, 8503121231;198503121231"
    let found = try scanner().numbers(in: Array(text.utf8))
    #expect(found.map(\.range) == [2..<13, 15..<25, 26..<38])
    #expect(Set(found.map(\.digits)) == [8_503_121_231])
  }

  @Test func masksTheDigitsAndNothingElse() throws {
    #expect(try scanner().masked("Anna 850312-1231, 12 år") == "Anna ••••••-••••, 12 år")
    #expect(try scanner().masked("Den 2026-11-20") == "Den 2026-11-20")
  }
}
