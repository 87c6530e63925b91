/// What a hit shows of its entry without its text.
struct EntryRow: Sendable {
  /// Rows in one piece: a small site has few pieces, of a large one few rows are wanted.
  static func pieceSize(of count: Int) -> Int { count < 500 ? 64 : 16 }

  var address: String
  var title: String
  var id: String?
  var kind: SearchEntry.Kind
  var areas: [String]
  var timeline: String?

  init(_ entry: SearchEntry) {
    address = entry.address
    title = entry.title
    id = entry.id
    kind = entry.kind
    areas = entry.areas
    timeline = entry.timeline
  }

  /// Rows as `[[address, title, number], …]`.
  static func piece(_ number: Int, of rows: ArraySlice<EntryRow>) -> SearchPiece {
    SearchPiece("r\(number)") { $0.append(list: rows) { $0.append(to: &$1) } }
  }

  func append(to out: inout [UInt8]) {
    out.append(list: [address, title, id ?? ""]) { $1.append(quoted: $0) }
  }
}
