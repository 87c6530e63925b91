extension Frequency {
  /// Reads a Swedish phrase such as `varannan månad` or `den 15:e eller närmast följande vardag`; nil when it is none.
  public init?(swedish phrase: some StringProtocol) {
    let words = Self.words(of: phrase)
    guard let known = Self.phrases[words.joined(separator: " ")] ?? Self.dated(words) else { return nil }
    self = known
  }

  /// Phrases to suggest, the commonest of each kind of interval.
  public static let swedishExamples = [
    "varje vecka", "varje månad", "varannan månad", "varje kvartal", "varje tertial", "varje halvår", "varje år",
    "den 15:e eller närmast följande vardag", "den 31 januari varje år",
  ]

  private static let phrases: [String: Frequency] = [
    "varje vecka": .everyWeek, "veckovis": .everyWeek,
    "varje månad": .everyMonth, "månadsvis": .everyMonth, "månatligen": .everyMonth, "månatligt": .everyMonth,
    "varannan månad": .everySecondMonth,
    "var tredje månad": .quarterly, "varje kvartal": .quarterly, "kvartalsvis": .quarterly,
    "fyra gånger varje år": .quarterly,
    "var fjärde månad": .everyMonths(4), "tertialvis": .everyMonths(4), "varje tertial": .everyMonths(4),
    "halvårsvis": .halfYearly, "varje halvår": .halfYearly, "två gånger varje år": .halfYearly,
    "årligen": .yearly, "varje år": .yearly, "årsvis": .yearly,
  ]

  /// Lower case, without punctuation; `en gång per månad` and its like become `varje månad`.
  private static func words(of phrase: some StringProtocol) -> [String] {
    let text = phrase.lowercased().map { $0 == "/" ? " / " : String($0) }.joined()
    var words = text.split { " \t\n\u{a0}.,()".contains($0) }.map(String.init)
    words = words.enumerated().map { index, word in
      let follows = index > 0 ? words[index - 1] : ""
      return switch word {
      case "1" where words.dropFirst(index + 1).first == "gång": "en"
      case "2" where words.dropFirst(index + 1).first == "gånger": "två"
      case "4" where words.dropFirst(index + 1).first == "gånger": "fyra"
      case "i" where follows.hasPrefix("gång"), "om" where follows.hasPrefix("gång"): "varje"
      case "per", "/": "varje"
      case "månaden": "månad"
      case "året": "år"
      case "veckan": "vecka"
      case "halvåret": "halvår"
      case "kvartalet": "kvartal"
      default: word
      }
    }
    if words.starts(with: ["en", "gång"]), words.count > 2 { words.removeFirst(2) }
    return words
  }

  /// `den 15:e eller närmast följande vardag`, `den 31 januari varje år`.
  private static func dated(_ words: [String]) -> Frequency? {
    var day: Int?
    var month: Int?
    for word in words where !fillers.contains(word) {
      if day == nil, let number = ordinal(word) {
        day = number
      } else if month == nil, let index = CivilMonth.swedishNames.firstIndex(of: word) {
        month = index + 1
      } else {
        return nil
      }
    }
    guard let day else { return nil }
    guard let month else { return words.contains("år") ? nil : .dayOfMonth(day) }
    guard CivilDate(year: 2000, month: month, day: day) != nil, !words.contains("månad") else { return nil }
    return .dayOfYear(month: month, day: day)
  }

  private static let fillers: Set<String> = [
    "den", "senast", "varje", "månad", "år", "i", "eller", "annars", "närmast", "närmaste", "följande", "efterföljande",
    "därpå", "därefter", "vardag", "vardagen",
  ]

  /// 1–31, written `15`, `15:e`, `1:a` or `15e`.
  private static func ordinal(_ word: String) -> Int? {
    let digits = word.prefix { $0.isASCII && $0.isNumber }
    let ending = word.dropFirst(digits.count)
    guard ["", ":e", ":a", "e", "a"].contains(ending), let number = Int(digits), (1...31).contains(number) else {
      return nil
    }
    return number
  }
}
