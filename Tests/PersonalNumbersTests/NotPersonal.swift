import CivilTime

/// Kinds of numbers that are no persons', in texts as they stand in routines, registers and pages.
enum NotPersonal: String, CaseIterable {
  case organisation, imei, serial, telephone, moment, long, amount

  func text(_ dice: inout Dice) -> String {
    switch self {
    case .organisation: Self.organisation(&dice)
    case .imei: Self.imei(&dice)
    case .serial: Self.serial(&dice)
    case .telephone: Self.telephone(&dice)
    case .moment: Self.moment(&dice)
    case .long:
      dice.pick(["nr ", "konto ", "", "<td>", "OCR "])
        + dice.digits(dice.pick(["11", "13", "14", "16", "18", "20"]).utf8.reduce(0) { $0 * 10 + Int($1 - 0x30) })
    case .amount: Self.amount(&dice)
    }
  }

  /// The third digit is at least 2, and the check digit holds.
  private static func organisation(_ dice: inout Dice) -> String {
    let first = String([1, 2, 5, 7, 8, 9][dice.below(6)])
    let number = Dice.checked(first + String(dice.below(10)) + String(2 + dice.below(8)) + dice.digits(6))
    let (head, tail) = (number.prefix(6), number.suffix(4))
    let written = dice.pick([
      "\(head)-\(tail)", "\(head)\(tail)", "16\(head)-\(tail)", "16\(head)\(tail)", "SE\(head)\(tail)01",
      "\(head) \(tail)",
    ])
    return dice.pick(["Org.nr ", "organisationsnummer ", "Bolaget AB, ", "<td>", "(", ""]) + written
      + dice.pick([".", " ", "</td>", ")", ""])
  }

  private static func imei(_ dice: inout Dice) -> String {
    let number = Array(Dice.checked("35" + dice.digits(12))).map(String.init)
    func part(_ range: Range<Int>) -> String { number[range].joined() }
    let written = dice.pick([
      part(0..<15), "\(part(0..<2))-\(part(2..<8))-\(part(8..<14))-\(part(14..<15))",
      "\(part(0..<2)) \(part(2..<8)) \(part(8..<14)) \(part(14..<15))",
      "\(part(0..<8))-\(part(8..<14))-\(part(14..<15))",
      "\(part(0..<6)) \(part(6..<8)) \(part(8..<14)) \(part(14..<15))",
    ])
    return dice.pick(["IMEI ", "IMEI: ", "telefon ", "<td>", "", "imei="]) + written
      + dice.pick(["", ".", "</td>", ", utlämnad"])
  }

  /// Of any length with letters; of ten or twelve digits alone with the word that says so.
  private static func serial(_ dice: inout Dice) -> String {
    switch dice.below(5) {
    case 0: return "Lås " + dice.pick(["SN", "PH", "LK"]) + dice.digits(10) + "."
    case 1:
      return dice.pick(["Serienummer ", "serienr: ", "S/N ", "SN: ", "Inventarienr ", "artikelnummer ", "Ärendenr "])
        + dice.digits(10)
    case 2: return dice.pick(["Serienummer: ", "<dt>Serienr</dt><dd>", "ordernr "]) + dice.digits(12)
    case 3: return dice.pick(["id ", "låset ", ""]) + dice.digits(dice.below(2) == 0 ? 8 : 9) + "-" + dice.digits(2)
    default: return "Modell " + dice.digits(3) + "-" + dice.digits(4) + "-" + dice.digits(4)
    }
  }

  private static func telephone(_ dice: inout Dice) -> String {
    let mobile = "07" + dice.pick(["0", "2", "3", "6", "9"]) + dice.digits(7)
    let area = dice.pick(["08", "031", "040", "0300", "0980", "010", "060"])
    let rest = dice.digits(10 - area.count)
    func parts(_ text: String, _ lengths: [Int]) -> String {
      var text = Substring(text)
      return lengths.map { length in
        defer { text = text.dropFirst(length) }
        return String(text.prefix(length))
      }.joined(separator: " ")
    }
    let spaced = parts(String(mobile.dropFirst(3)), [3, 2, 2])
    switch dice.below(8) {
    case 0: return "Ring " + mobile.prefix(3) + "-" + spaced + "."
    case 1: return mobile.prefix(3) + " " + spaced
    case 2:
      return dice.pick(["Tel ", "Telefon: ", "mobil ", "tfn. ", "Ring oss på ", "SMS:a ", "Jourtelefon "]) + mobile
    case 3: return "<a href=\"tel:+46\(mobile.dropFirst())\">\(mobile)</a>"
    case 4: return "+46 \(mobile.dropFirst().prefix(2)) \(spaced)"
    case 5: return dice.pick(["Växel ", "växeln nås på telefon ", "Tel: "]) + area + rest
    case 6: return area + "-" + parts(rest, [3, 2, 3])
    default:
      return "0046" + mobile.dropFirst() + " eller +46" + mobile.dropFirst() + ", " + mobile.prefix(4) + "-"
        + mobile.suffix(6)
    }
  }

  /// Dates and times of the last two years; dates of the last fifteen before a number.
  private static func moment(_ dice: inout Dice) -> String {
    let date = CivilDate(dayNumber: Int.random(in: 20_050...20_777, using: &dice))
    let older = CivilDate(dayNumber: Int.random(in: 15_400...20_777, using: &dice))
    let (hour, minute, second) = (
      Dice.padded(dice.below(24), 2), Dice.padded(dice.below(60), 2), Dice.padded(dice.below(60), 2)
    )
    let solid = date.iso.split(separator: "-").joined()
    switch dice.below(8) {
    case 0: return "\(date.iso) \(hour):\(minute):\(second)"
    case 1: return "\(solid)T\(hour)\(minute)"
    case 2: return "besok_\(solid)\(hour)\(minute).csv"
    case 3: return "\(solid)\(hour)\(minute)\(second)"
    case 4: return "export-\(solid)-\(hour)\(minute).xlsx"
    case 5: return "\(older.iso) \(dice.digits(4)) kr"
    case 6: return "\(1_760_000_000 + dice.below(39_000_000)) \(1_760_000_000_000 + dice.below(999_999_999))"
    default: return "\(older.iso) – \(2015 + dice.below(20))"
    }
  }

  private static func amount(_ dice: inout Dice) -> String {
    switch dice.below(4) {
    case 0: return "\(dice.digits(3)) \(dice.digits(3)) \(dice.digits(3)) kr"
    case 1: return "0.\(dice.digits(10)) \(dice.digits(1)),\(dice.digits(6))"
    case 2:
      return
        "<path d=\"M\(dice.digits(3)).\(dice.digits(4)) \(dice.digits(3)).\(dice.digits(4))L\(dice.digits(2)) \(dice.digits(4))\"/>"
    default:
      return
        "Bankgiro \(dice.digits(4))-\(dice.digits(4)), plusgiro \(dice.digits(6))-\(dice.digits(1)), \(dice.digits(5)) Ekvik"
    }
  }
}
