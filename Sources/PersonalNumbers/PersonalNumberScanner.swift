public import CivilTime

/// Finds personal numbers and coordination numbers in bytes of any kind.
///
/// Rules and what they leave out: `Documentation/decisions/personal-numbers.md`. Every number ends in four digits in a row;
/// so every fourth byte is looked at, and what stands around it only where that is a digit.
public struct PersonalNumberScanner: Sendable {
  private let tests: NumberTests

  /// - Parameter asOf: the day after which nobody can be born.
  public init(asOf: CivilDate) { tests = NumberTests(asOf: asOf) }

  /// In the order in which they stand.
  public func numbers(in bytes: [UInt8]) -> [PersonalNumber] {
    bytes.withUnsafeBufferPointer { numbers(in: $0) }
  }

  /// In the order in which they stand.
  public func numbers(in bytes: UnsafeBufferPointer<UInt8>) -> [PersonalNumber] {
    var found: [PersonalNumber] = []
    var place = 3
    while place < bytes.count {
      if bytes[place] &- 0x30 >= 10 {
        place &+= 4
        continue
      }
      var start = place
      while start > 0, bytes[start &- 1] &- 0x30 < 10 { start &-= 1 }
      var end = place &+ 1
      while end < bytes.count, bytes[end] &- 0x30 < 10 { end &+= 1 }
      if end &- start >= 4, let number = number(in: bytes, run: start..<end) { found.append(number) }
      // The next run begins after the byte that ended this one, and its fourth digit or an earlier one is met.
      place = end &+ 4
    }
    return found
  }

  @inline(never)
  private func number(in bytes: UnsafeBufferPointer<UInt8>, run: Range<Int>) -> PersonalNumber? {
    guard !isDecimals(bytes, run), let candidate = CandidateReader(bytes: bytes).candidate(endingWith: run),
      let number = tests.number(candidate), Surroundings(bytes: bytes).allow(candidate)
    else { return nil }
    return number
  }

  /// Whether the digits in a row are the decimals of a number: `0.5904172233`, or `;0,5904172233;` in a file of semicolons.
  private func isDecimals(_ bytes: UnsafeBufferPointer<UInt8>, _ run: Range<Int>) -> Bool {
    guard run.count == 10 || run.count == 12, run.lowerBound >= 2 else { return false }
    let mark = bytes[run.lowerBound - 1]
    let isAmongSemicolons = run.upperBound < bytes.count && bytes[run.upperBound] == UInt8(ascii: ";")
    return (mark == UInt8(ascii: ".") || mark == UInt8(ascii: ",") && isAmongSemicolons)
      && bytes[run.lowerBound - 2] &- 0x30 < 10
  }
}

extension PersonalNumberScanner {
  /// The text with a dot for each digit of a personal number in it.
  public func masked(_ text: String) -> String {
    var bytes = Array(text.utf8)
    let found = numbers(in: bytes)
    guard !found.isEmpty else { return text }
    for number in found.reversed() {
      let dots = bytes[number.range].flatMap { byte -> [UInt8] in
        byte &- 0x30 < 10 ? Array("•".utf8) : [byte]
      }
      bytes.replaceSubrange(number.range, with: dots)
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
