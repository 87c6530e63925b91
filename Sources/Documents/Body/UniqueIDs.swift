/// Ids that are given once each; a second one of a name gets a number.
struct UniqueIDs {
  private var used: Set<String>
  /// The last number given to a name.
  private var numbers: [String: Int] = [:]

  /// With room for as many as are expected.
  init(expected count: Int = 0) { used = Set(minimumCapacity: count) }

  mutating func unique(_ wanted: String) -> String {
    if used.insert(wanted).inserted { return wanted }
    var number = numbers[wanted] ?? 1
    while true {
      number += 1
      let id = "\(wanted)-\(number)"
      guard used.insert(id).inserted else { continue }
      numbers[wanted] = number
      return id
    }
  }
}
