import CivilTime
import Testing

@Suite struct FrequencyPhraseTests {
  @Test(arguments: [
    (
      Frequency.everyMonth,
      [
        "varje månad", "Varje månad.", "månadsvis", "en gång i månaden", "en gång per månad", "1 gång/månad",
        "en gång varje månad", "  varje\u{a0}månad ",
      ]
    ),
    (.everySecondMonth, ["varannan månad", "Varannan månad"]),
    (.quarterly, ["kvartalsvis", "varje kvartal", "var tredje månad", "en gång per kvartal", "fyra gånger om året"]),
    (.everyMonths(4), ["var fjärde månad", "tertialvis"]),
    (.halfYearly, ["halvårsvis", "varje halvår", "två gånger per år", "2 gånger om året", "en gång i halvåret"]),
    (.yearly, ["årligen", "varje år", "en gång om året", "en gång per år", "1 gång per år"]),
    (.everyWeek, ["varje vecka", "veckovis", "en gång i veckan"]),
    (
      .reviewDay,
      [
        "den 15:e eller närmast följande vardag", "Den 15 varje månad, eller närmast följande vardag",
        "den 15:e i månaden", "den 15:e varje månad, annars närmast efterföljande vardag", "15:e",
      ]
    ),
    (.dayOfMonth(1), ["den 1:a varje månad", "senast den 1:a"]),
    (.dayOfYear(month: 1, day: 31), ["den 31 januari", "senast den 31 januari varje år", "31 januari"]),
    (.dayOfYear(month: 3, day: 1), ["den 1 mars eller närmast följande vardag", "den 1:a mars"]),
  ])
  func reads(frequency: Frequency, phrases: [String]) {
    for phrase in phrases {
      #expect(Frequency(swedish: phrase) == frequency, "\(phrase)")
    }
  }

  @Test(arguments: [
    "", "vid behov", "ibland", "varje", "månad", "varannan vecka", "den 32:a", "den 0", "den 15:e varje år",
    "den 31 april", "den 15:e och 30:e", "15:e mars juni", "den 15:x", "den 15 mars varje månad", "en gång",
    "tre gånger",
    "15 15", "99999999999999999999:e",
  ])
  func refusesOtherPhrases(phrase: String) {
    #expect(Frequency(swedish: phrase) == nil)
  }
}
