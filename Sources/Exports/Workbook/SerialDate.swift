internal import CivilTime

/// A workbook's numbers for days: counted from the end of 1899, as if 1900 were a leap year, or from 1904.
struct SerialDate {
  var countsFrom1904 = false

  /// Appends the number as its format shows it, nothing when it has no such form.
  func append(_ serial: Double, as format: NumberFormat, to out: inout [UInt8]) -> Outcome {
    // 9999-12-31 is the last day.
    let limit = countsFrom1904 ? 2_957_004.0 : 2_958_466.0
    guard format != .number, serial >= 0, serial < limit else { return .none }
    let seconds = Int((serial * 86_400).rounded())
    let (day, second) = seconds.quotientAndRemainder(dividingBy: 86_400)
    if format == .duration || format == .time && day == 0 {
      append(time: seconds, to: &out)
      return .text
    }
    let outcome = append(day: day, to: &out)
    if format == .dateTime || second != 0 || format == .time {
      out.append(UInt8(ascii: " "))
      append(time: second, to: &out)
    }
    return outcome
  }

  enum Outcome {
    case none, text, date
  }

  private func append(day: Int, to out: inout [UInt8]) -> Outcome {
    if countsFrom1904 {
      return append(CivilDate(dayNumber: day - 24_107), to: &out)
    }
    switch day {
    // Days that Excel shows and no calendar has.
    case 0: out += "1900-01-00".utf8
    case 60: out += "1900-02-29".utf8
    default: return append(CivilDate(dayNumber: day - (day < 60 ? 25_568 : 25_569)), to: &out)
    }
    return .text
  }

  private func append(_ date: CivilDate, to out: inout [UInt8]) -> Outcome {
    append(date.year / 100, to: &out)
    append(date.year % 100, to: &out)
    out.append(UInt8(ascii: "-"))
    append(date.month, to: &out)
    out.append(UInt8(ascii: "-"))
    append(date.day, to: &out)
    return .date
  }

  private func append(time seconds: Int, to out: inout [UInt8]) {
    let hours = seconds / 3_600
    if hours < 100 { append(hours, to: &out) } else { out += String(hours).utf8 }
    out.append(UInt8(ascii: ":"))
    append(seconds / 60 % 60, to: &out)
    out.append(UInt8(ascii: ":"))
    append(seconds % 60, to: &out)
  }

  /// Two digits.
  private func append(_ number: Int, to out: inout [UInt8]) {
    out.append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: number / 10))
    out.append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: number % 10))
  }
}
