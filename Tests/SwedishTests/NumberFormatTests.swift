import Swedish
import Testing

@Suite struct NumberFormatTests {
  @Test(arguments: [
    (0, "0"), (7, "7"), (999, "999"), (1000, "1\u{A0}000"), (1_234_567, "1\u{A0}234\u{A0}567"), (-1000, "−1\u{A0}000"),
    (Int.max, "9\u{A0}223\u{A0}372\u{A0}036\u{A0}854\u{A0}775\u{A0}807"),
    (Int.min, "−9\u{A0}223\u{A0}372\u{A0}036\u{A0}854\u{A0}775\u{A0}808"),
  ])
  func integers(number: Int, text: String) {
    #expect(NumberFormat.swedish.text(number) == text)
  }

  @Test(arguments: [
    (0.0, 0, "0"), (-0.0, 1, "0,0"), (-0.04, 1, "0,0"), (0.05, 1, "0,1"), (2.5, 0, "3"), (-2.5, 0, "−3"),
    (1234.56, 1, "1\u{A0}234,6"), (999.96, 1, "1\u{A0}000,0"), (0.6666666667, 2, "0,67"), (12, 2, "12,00"),
    (.infinity, 1, "–"), (.nan, 1, "–"),
  ])
  func decimals(number: Double, decimals: Int, text: String) {
    #expect(NumberFormat.swedish.text(number, decimals: decimals) == text)
  }

  @Test func noNumberIsTooLarge() {
    #expect(NumberFormat.swedish.text(-1e300, decimals: 2) == "−1e+300")
    #expect(NumberFormat.swedish.text(Double.greatestFiniteMagnitude, decimals: 99).isEmpty == false)
  }

  @Test(arguments: [(0.934, "93,4\u{A0}%"), (1, "100,0\u{A0}%"), (0, "0,0\u{A0}%"), (0.0666666667, "6,7\u{A0}%")])
  func percents(ratio: Double, text: String) {
    #expect(NumberFormat.swedish.percent(ratio) == text)
  }

  @Test func otherFormats() {
    #expect(NumberFormat.english.text(-1234.5, decimals: 1) == "−1,234.5")
    #expect(NumberFormat.english.percent(0.934) == "93.4%")
    #expect(NumberFormat.swedishData.text(-1234.5, decimals: 1) == "-1234,5")
  }
}
