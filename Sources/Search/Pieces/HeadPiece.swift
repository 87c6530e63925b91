/// What every search needs: which pieces there are, and each entry's kind, area and validity.
struct HeadPiece {
  static let name = "head"

  let rows: [EntryRow]
  let states: [SearchEntry.State]
  let synonyms: Synonyms
  /// Where the pieces of terms, and of terms backwards, begin.
  let bounds: [[UInt8]]
  let reversedBounds: [[UInt8]]

  func append(to out: inout [UInt8]) {
    out += Array("{\"count\":\(rows.count)".utf8)
    var kinds = Numbered<SearchEntry.Kind>()
    let kindColumn = rows.map { kinds.number(of: $0.kind) }
    var timelines = Numbered<String>()
    let timelineColumn = rows.map { row in row.timeline.map { timelines.number(of: $0) + 1 } ?? 0 }
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
      out.append(list: states) { state, out in
        out.append(list: [state.name, state.text, String(state.standing.rawValue)]) { $1.append(quoted: $0) }
      }
    }
    field("timelines", to: &out) { $0.append(list: timelines.items) { $1.append(quoted: $0) } }
    field("areas", to: &out) { $0.append(list: areas.items) { $1.append(quoted: $0) } }
    field("areaSets", to: &out) { out in
      out.append(list: areaSets) { set, out in out.append(list: set) { $1 += Array(String($0).utf8) } }
    }
    column("kind", kindColumn, to: &out)
    column("place", placeColumn, to: &out)
    column("timeline", timelineColumn, to: &out)
    field("small", to: &out) { $0.append(quoted: SmallWords.all.joined(separator: " ")) }
    field("synonyms", to: &out) { out in
      out.append(list: synonyms.groups) { group, out in out.append(list: group) { $1.append(quoted: $0) } }
    }
    field("terms", to: &out) { $0.append(quoted: Array(bounds.joined(separator: [UInt8(ascii: " ")]))) }
    field("ends", to: &out) { $0.append(quoted: Array(reversedBounds.joined(separator: [UInt8(ascii: " ")]))) }
    out += Array(",\"rowSize\":\(EntryRow.pieceSize(of: rows.count))".utf8)
    out.append(UInt8(ascii: "}"))
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
