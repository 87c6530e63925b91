public import Diagnostics

extension RejectReason {
  public var explanation: (what: Message, help: Message) {
    switch self {
    case .badColumns:
      (
        Message(
          sv: "den har fler eller färre celler än rubrikraden",
          en: "it has more or fewer cells than the headings"),
        Message(
          sv: "Sätt citattecken runt celler som innehåller skiljetecknet, eller exportera på nytt.",
          en: "Quote cells that contain the separator, or export again.")
      )
    case .missingValue:
      (
        Message(sv: "en cell som måste vara ifylld är tom", en: "a cell that must be filled in is empty"),
        Message(
          sv: "Fyll i värdet i källsystemet och exportera på nytt.",
          en: "Fill it in in the source system and export again.")
      )
    case .badDate:
      (
        Message(sv: "ett datum kan inte läsas", en: "a date cannot be read"),
        Message(
          sv: "Datum skrivs ÅÅÅÅ-MM-DD och tid HH:MM. Andra skrivsätt anges under `data` i site.yaml.",
          en: "Dates are written YYYY-MM-DD and times HH:MM. Other spellings are given under `data` in site.yaml.")
      )
    case .badValue:
      (
        Message(
          sv: "ett värde är inget av dem som kolumnen kan ha",
          en: "a value is none of those that the column may hold"),
        Message(
          sv: "Lägg till källsystemets ord under `data` i site.yaml.",
          en: "Add the source system's word under `data` in site.yaml.")
      )
    case .unknownUnit:
      (
        Message(sv: "enheten finns inte i enhetsregistret", en: "the unit is not in the register of units"),
        Message(
          sv: "Lägg till enheten i `enheter`, eller dess namn som alias där.",
          en: "Add the unit to `enheter`, or its name as an alias there.")
      )
    case .unknownLock:
      (
        Message(sv: "låset finns inte i låsregistret", en: "the lock is not in the register of locks"),
        Message(sv: "Ta med alla lås i exporten `las`.", en: "Include all locks in the export `las`.")
      )
    case .afterAsOf:
      (
        Message(
          sv: "den är daterad efter den dag som siffrorna gäller",
          en: "it is dated after the day of the figures"),
        Message(
          sv: "Välj en senare dag med --as-of om raden ska räknas.",
          en: "Choose a later day by --as-of if it is to count.")
      )
    case .futureDate:
      (
        Message(sv: "ett datum är senare än avläsningen", en: "a date is later than the reading"),
        Message(sv: "Rätta datumet i källsystemet.", en: "Correct the date in the source system.")
      )
    case .endBeforeStart:
      (
        Message(sv: "slutet ligger före början", en: "the end is before the beginning"),
        Message(sv: "Rätta tiderna i källsystemet.", en: "Correct the times in the source system.")
      )
    case .tooLong:
      (
        Message(sv: "besöket är längre än 24 timmar", en: "the visit is longer than 24 hours"),
        Message(sv: "Rätta sluttiden i källsystemet.", en: "Correct the end in the source system.")
      )
    case .unitNotValid:
      (
        Message(sv: "enheten gällde inte den dagen", en: "the unit was not valid that day"),
        Message(
          sv: "Kontrollera Gäller från och Gäller till i `enheter`.",
          en: "Check Gäller från and Gäller till in `enheter`.")
      )
    case .duplicateKey:
      (
        Message(sv: "en tidigare rad har samma nyckel", en: "an earlier row has the same key"),
        Message(
          sv: "Ta bort dubbletten eller den fil som kom två gånger.",
          en: "Remove the duplicate, or the file that came twice.")
      )
    }
  }
}

extension Rejection {
  /// The reason in words that name the column at fault, by our own heading of it.
  func explanation(in kind: ExportKind) -> (what: Message, help: Message) {
    let general = reason.explanation
    switch detail {
    case nil: return general
    case .severalUnits:
      return (
        Message(
          sv: "enhetens namn står för flera enheter i enhetsregistret",
          en: "the unit's name is that of several units in the register of units"),
        Message(
          sv: "Skriv enhetens ID i stället, eller ge enheterna olika namn i `enheter`.",
          en: "Write the unit's ID instead, or give the units different names in `enheter`.")
      )
    case .column(let column):
      guard kind.columns.indices.contains(Int(column)) else { return general }
      return (Self.words(reason, kind.columns[Int(column)].heading) ?? general.what, general.help)
    }
  }

  private static func words(_ reason: RejectReason, _ heading: String) -> Message? {
    switch reason {
    case .missingValue:
      Message(
        sv: "cellen under `\(heading)` måste vara ifylld men är tom",
        en: "the cell under `\(heading)` must be filled in but is empty")
    case .badDate:
      Message(sv: "datumet under `\(heading)` kan inte läsas", en: "the date under `\(heading)` cannot be read")
    case .badValue:
      Message(
        sv: "värdet under `\(heading)` är inget av dem som kolumnen kan ha",
        en: "the value under `\(heading)` is none of those that the column may hold")
    default: nil
    }
  }
}
