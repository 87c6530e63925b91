import Testing

@testable import Pages

@Suite struct ChecklistRhythmTests {
  @Test(arguments: [
    ("varje dag", "day/1/0"), ("dagligen", "day/1/0"), ("varje dygn", "day/1/0"),
    ("i början av varje arbetspass", "day/1/0"),
    ("varje vecka", "week/1/0"), ("varje måndag", "week/1/0"), ("varannan vecka", "week/2/0"),
    ("en gång i veckan", "week/1/0"),
    ("varje månad", "month/1/0"), ("den 15:e eller närmast följande vardag", "month/1/0"),
    ("varannan månad", "month/2/0"),
    ("kvartalsvis", "month/3/0"), ("tertialvis", "month/4/0"), ("halvårsvis", "month/6/0"),
    ("en gång om året", "month/12/0"),
    ("every other month", "month/2/0"), ("weekly", "week/1/0"), ("every year", "month/12/0"),
  ])
  func readsHowOften(phrase: String, rhythm: String) { #expect(ChecklistRhythm(phrase)?.text == rhythm) }

  @Test(arguments: ["", "vid behov", "vid varje hemgång", "när en ny medarbetare börjar"])
  func findsNoneWhereNoneIsSaid(phrase: String) { #expect(ChecklistRhythm(phrase) == nil) }

  /// Months 0, 2, 4 … are January, March, May …: a duty that began in February takes the others.
  @Test(arguments: [("2026-01", "month/2/0"), ("2026-02", "month/2/1"), ("februari", "month/2/0")])
  func beginsWithTheDuty(from: String, rhythm: String) {
    #expect(ChecklistRhythm("varannan månad", from: from)?.text == rhythm)
  }
}
