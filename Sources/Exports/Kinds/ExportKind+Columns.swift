enum UnitColumn: Int {
  case id, name, provider, providerName, regime, operation, need, spareNeed, from, to, replaces, aliases

  static let all: [Column] = [
    Column("Enhets-ID"),
    Column("Enhet", "Enhetsnamn").optional,
    Column("Utförar-ID", "Leverantörs-ID"),
    Column("Utförare", "Leverantör", "Anordnare", "Bolag", "Hemtjänstutförare").optional,
    Column("Regi", values: [("Egen", ["Egen regi"]), ("Extern", ["Extern regi", "Privat"])]),
    Column(
      "Verksamhet",
      values: [
        ("Hemtjänst", []), ("Boendestöd", []), ("Mobila teamet", []), ("Hemgångsteam", []), ("Larmgrupp", []),
        ("Natt", []),
      ]),
    Column("Telefonbehov").optional,
    Column("Vikarietelefoner").optional,
    Column("Gäller från"),
    Column("Gäller till").optional,
    Column("Ersätter").optional,
    Column("Alias").optional,
  ]
}

enum LockColumn: Int {
  case id, type, unit, client, status, from, to, battery, reading

  static let all: [Column] = [
    Column("Lås-ID", "Låsnr", "Låsnummer", "Serienr"),
    Column(
      "Låstyp", "Typ", "Placering",
      values: [("Brukarlås", ["Bostad"]), ("Portlås", ["Entré"]), ("Nyckelgömma", []), ("Övrigt", [])]),
    .unit(),
    Column("Brukarnr", "Brukarnummer", "Kundnr", "Kund-ID", "Vårdtagarnr").optional,
    Column(
      "Status", "Phoniro Status", "Tillstånd", "Läge",
      values: [("Kopplat", []), ("Bortkopplat", []), ("Lager", []), ("Trasigt", [])]),
    Column("Kopplat från").optional,
    Column("Kopplat till").optional,
    Column("Batteri", values: [("OK", []), ("Lågt", []), ("Kritiskt", [])]).optional,
    Column("Avläst"),
  ]
}

enum VisitColumn: Int {
  case id, staff, unit, client, start, end, startRegistration, endRegistration, status, type, doubleStaffing

  static let registrations: [(name: String, aliases: [String])] = [
    ("Lås", ["Digitalt lås", "Låsvred"]), ("NFC", ["Tagg", "RFID"]), ("App", []),
    ("Efterhand", ["Manuell", "Webb", "Justerad"]), ("Okänd", []),
  ]

  static let all: [Column] = [
    Column("Besöks-ID", "Besök", "BesökId", "Besöksnr", "visitid", "Registrerings-ID"),
    Column("Personalnr", "Personal-ID", "Anställningsnr", "Användare", "Utfört av"),
    .unit(),
    Column("Brukarnr", "Brukarnummer", "Kundnr", "Kund-ID", "Vårdtagarnr"),
    Column("Start", "Starttid", "Ankomst", "Från", "Faktisk start"),
    Column("Slut", "Sluttid", "Avfärd", "Till").optional,
    Column(
      "Startregistrering", "Registreringssätt", "Kvittens", "Kvitteringssätt", "Registreringstyp",
      values: registrations),
    Column("Slutregistrering", values: registrations).optional,
    Column(
      "Status", "Phoniro Status", "Tillstånd", "Läge",
      values: [("Utfört", []), ("Avböjt", []), ("Bom", []), ("Inställt", [])]),
    Column("Besökstyp", values: [("Planerat", []), ("Larm", []), ("Extra", [])]).optional,
    Column("Dubbelbemanning", values: [("Ja", []), ("Nej", [])]).optional,
  ]
}

enum PhoneColumn: Int {
  case id, unit, status, type, registered, connected, lastUsed, reading

  static let all: [Column] = [
    Column("Telefon-ID", "Mobiltelefon", "Telefon", "Telefonnamn", "Enhetsnamn", "Inventarienr", "DeviceName"),
    .unit(),
    Column(
      "Status", "Phoniro Status", "Tillstånd", "Läge",
      values: [("Aktiv", []), ("Inaktiv", []), ("Reparation", []), ("Förlorad", [])]),
    Column("Typ", values: [("Ordinarie", []), ("Vikarie", [])]),
    Column("Registrerad", "Skapad", "Registreringsdatum"),
    Column("Kopplad", "Ansluten", "Aktiv i Phoniro", values: [("Ja", []), ("Nej", [])]).optional,
    Column("Senast använd", "Senaste inloggning", "Senaste aktivitet", "Senast synkad", "LastContact").optional,
    Column("Avläst"),
  ]
}

enum LockEventColumn: Int {
  case id, time, lock, event, result

  static let all: [Column] = [
    Column("Händelse-ID"),
    Column("Tidpunkt", "Tid", "Datum", "Tidsstämpel"),
    Column("Lås-ID", "Låsnr", "Låsnummer", "Serienr"),
    Column(
      "Händelse", "Aktivitet", "Händelsetyp",
      values: [
        ("Upplåsning", []), ("Låsning", []), ("Kvittens", []), ("Koppling", []), ("Bortkoppling", []),
        ("Batteribyte", []),
      ]),
    Column("Resultat", values: [("OK", []), ("Misslyckad", [])]),
  ]
}

enum JobColumn: Int {
  case id, type, ordered, done, status, unit

  static let all: [Column] = [
    Column("Uppdrags-ID"),
    Column(
      "Typ", "Uppdragstyp", "Åtgärd",
      values: [
        ("Montering", ["Installation"]), ("Nedmontering", ["Avinstallation", "Demontering"]), ("Byte", []),
        ("Service", []),
      ]),
    Column("Beställt").optional,
    Column("Utfört"),
    Column(
      "Status", "Phoniro Status", "Tillstånd", "Läge", values: [("Utfört", []), ("Bokat", []), ("Avbrutet", [])]),
    .unit(),
  ]
}

enum FollowUpColumn: Int {
  case duty, unit, period, done, deviations

  static let all: [Column] = [
    Column("Plikt"),
    Column.unit().optional,
    Column("Period"),
    Column("Utförd"),
    Column("Avvikelser").optional,
  ]
}
