import Testing

@testable import Handbook

@Suite struct DeciderNameTests {
  @Test(
    arguments: [
      ("Verksamhetschef hemtjänst", "Verksamhetschef hemtjänst"),
      ("Kvalitetschef", "Kvalitetschef"),
      ("Ada Exempelsson, IT-avdelningen", "IT-avdelningen"),
      ("Ada Exempelsson, verksamhetschef, hemtjänsten", "verksamhetschef, hemtjänsten"),
      ("Ada Exempelsson (verksamhetschef)", "verksamhetschef"),
      ("Verksamhetschef Ada Exempelsson", "Verksamhetschef"),
      ("Verksamhetschef, Ada Exempelsson", "Verksamhetschef"),
      ("Tillförordnad verksamhetschef Ann-Marie von Exempel", "Tillförordnad verksamhetschef Ann-Marie von Exempel"),
      ("Ann-Marie Exempelsson; Kvalitetschef", "Kvalitetschef"),
      ("Socialnämnden Ekvik", "Socialnämnden Ekvik"),
      ("Vård- och omsorgsnämnden", "Vård- och omsorgsnämnden"),
      ("Vård Och Omsorg", "Vård Och Omsorg"),
      ("Kommunstyrelsens Arbetsutskott", "Kommunstyrelsens Arbetsutskott"),
      ("Områdeschef för hemtjänst, områdeschef för myndighet", "Områdeschef för hemtjänst, områdeschef för myndighet"),
      ("IT", "IT"),
      ("", ""),
      // Nothing but names.
      ("Ada Exempelsson", nil),
      ("Ada Maria Exempelsson", nil),
      ("Ada Exempelsson, Bo Påhittad", nil),
    ] as [(String, String?)])
  func leavesThePersonOut(written: String, expected: String?) {
    #expect(DeciderName.withoutPerson(written) == expected)
  }

  @Test func asksForARoleOnlyWhereNamesAreHidden() throws {
    let file = tidy("Lås", "beslutad av: Ada Exempelsson")
    #expect(try Handbook(["routines/a.md": file]).report == [])
    #expect(try Handbook(["routines/a.md": file], site: "visa beslutsfattares namn: ja").report == [])
    let hidden = try Handbook(["routines/a.md": file], site: "visa beslutsfattares namn: nej")
    #expect(hidden.report == ["private-decider routines/a.md:3:14"])
  }
}
