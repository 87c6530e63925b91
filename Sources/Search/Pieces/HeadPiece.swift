/// What every search needs: which pieces there are, and each entry's kind, area and validity.
struct HeadPiece {
  static let name = "head"

  /// When the site was judged, and how its validity is to be judged again.
  struct Day {
    var asOf: Int
    var endsSoonDays: Int
  }

  let rows: [EntryRow]
  let day: Day
  let synonyms: Synonyms
  /// Where the pieces of terms, and of terms backwards, begin.
  let bounds: [[UInt8]]
  let reversedBounds: [[UInt8]]

  func body() -> [UInt8] {
    var out = Array("{\"count\":\(rows.count),\"asOf\":\(day.asOf),\"soonDays\":\(day.endsSoonDays)".utf8)
    var kinds = Numbered<SearchEntry.Kind>()
    let kindColumn = rows.map { kinds.number(of: $0.kind) }
    var states = Numbered<StateText>()
    let stateColumn = rows.map { row in row.validity.map { states.number(of: StateText($0)) + 1 } ?? 0 }
    var places = Numbered<[String]>()
    let placeColumn = rows.map { places.number(of: $0.areas) }
    var areas = Numbered<String>()
    let areaSets = places.items.map { set in set.map { areas.number(of: $0) } }

    field("kinds", to: &out) { out in
      out.append(list: kinds.items) { kind, out in
        out.append(list: [kind.key, kind.text, String(kind.rank)]) { $1.append(quoted: $0) }
      }
    }
    field("states", to: &out) { out in
      out.append(list: states.items) { state, out in
        out.append(list: [state.state, state.text, String(state.standing)]) { $1.append(quoted: $0) }
      }
    }
    field("areas", to: &out) { $0.append(list: areas.items) { $1.append(quoted: $0) } }
    field("areaSets", to: &out) { out in
      out.append(list: areaSets) { set, out in out.append(list: set) { $1 += Array(String($0).utf8) } }
    }
    column("kind", kindColumn, to: &out)
    column("state", stateColumn, to: &out)
    column("place", placeColumn, to: &out)
    column("until", rows.map { max(0, ($0.validity?.until ?? 0)) }, to: &out)
    column("from", rows.map { max(0, ($0.validity?.from ?? 0)) }, to: &out)
    field("small", to: &out) { $0.append(quoted: SmallWords.all.joined(separator: " ")) }
    field("synonyms", to: &out) { out in
      out.append(list: synonyms.groups) { group, out in out.append(list: group) { $1.append(quoted: $0) } }
    }
    field("terms", to: &out) { $0.append(quoted: Array(bounds.joined(separator: [UInt8(ascii: " ")]))) }
    field("ends", to: &out) { $0.append(quoted: Array(reversedBounds.joined(separator: [UInt8(ascii: " ")]))) }
    out += Array(",\"rowSize\":\(EntryRow.pieceSize(of: rows.count))".utf8)
    out.append(UInt8(ascii: "}"))
    return out
  }

  private struct StateText: Hashable {
    var state: String
    var text: String
    var standing: Int

    init(_ validity: SearchEntry.Validity) {
      (state, text, standing) = (validity.state, validity.text, validity.standing.rawValue)
    }
  }

  private func field(_ name: StaticString, to out: inout [UInt8], _ value: (inout [UInt8]) -> Void) {
    out.append(contentsOf: ",\"\(name)\":".utf8)
    value(&out)
  }

  /// A number for each entry, in the letters of `PostingCode`.
  private func column(_ name: StaticString, _ numbers: [Int], to out: inout [UInt8]) {
    field(name, to: &out) { out in
      var text: [UInt8] = []
      for number in numbers { PostingCode.append(number, to: &text) }
      out.append(quoted: text)
    }
  }
}

/// Values in the order in which they were first seen.
private struct Numbered<Item: Hashable> {
  private(set) var items: [Item] = []
  private var numbers: [Item: Int] = [:]

  mutating func number(of item: Item) -> Int {
    if let number = numbers[item] { return number }
    numbers[item] = items.count
    items.append(item)
    return items.count - 1
  }
}
