/// What a cell's number format makes of its number.
enum NumberFormat {
  case number
  case date
  case dateTime
  /// A time of day.
  case time
  /// Hours that may be more than 24.
  case duration

  /// Formats that Excel knows by number alone.
  init(builtIn id: Int) {
    self =
      switch id {
      case 14...17, 27...31, 36, 50...58: .date
      case 22: .dateTime
      case 18...21, 32...35, 45, 47: .time
      case 46: .duration
      default: .number
      }
  }

  /// The first section of a format code, which is that of positive numbers.
  init(code: some Collection<UInt8>) {
    var scan = Scan()
    scan.read(Array(code).map { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) ? $0 | 0x20 : $0 })
    self = scan.result
  }

  private struct Scan {
    var hasDay = false
    var hasTime = false
    var hasElapsed = false
    /// One or two m: months or minutes.
    var hasShortM = false
    var hasDigits = false

    var result: NumberFormat {
      if hasElapsed { return .duration }
      if hasDay { return hasTime ? .dateTime : .date }
      if hasTime { return .time }
      return hasShortM ? .date : .number
    }

    mutating func read(_ code: [UInt8]) {
      if code.starts(with: "general".utf8) { return }
      var index = 0
      while index < code.count {
        let byte = code[index]
        index += 1
        switch byte {
        case UInt8(ascii: ";"): return
        case UInt8(ascii: "\\"), UInt8(ascii: "_"), UInt8(ascii: "*"): index += 1
        case UInt8(ascii: "\""): index = (code[index...].firstIndex(of: byte) ?? code.count) + 1
        case UInt8(ascii: "["):
          let end = code[min(index, code.count)...].firstIndex(of: UInt8(ascii: "]")) ?? code.count
          let content = code[min(index, end)..<end]
          if let first = content.first, "hms".utf8.contains(first), content.allSatisfy({ $0 == first }) {
            hasElapsed = true
          }
          index = end + 1
        case UInt8(ascii: "a"):
          if code[(index - 1)...].starts(with: "am/pm".utf8) { index += 4 }
          if code[(index - 1)...].starts(with: "a/p".utf8) { index += 2 }
        case UInt8(ascii: "y"), UInt8(ascii: "d"), UInt8(ascii: "b"): hasDay = true
        case UInt8(ascii: "e"): if !hasDigits { hasDay = true }
        case UInt8(ascii: "h"), UInt8(ascii: "s"): hasTime = true
        case UInt8(ascii: "0"), UInt8(ascii: "#"), UInt8(ascii: "?"): hasDigits = true
        case UInt8(ascii: "m"):
          let end = code[index...].firstIndex { $0 != byte } ?? code.count
          if end - index >= 2 { hasDay = true } else { hasShortM = true }
          index = end
        default: break
        }
      }
    }
  }
}
