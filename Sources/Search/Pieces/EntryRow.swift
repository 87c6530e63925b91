/// What a hit shows of its entry without its text.
struct EntryRow: Sendable {
  /// Rows in one piece: a small site has few pieces, of a large one few rows are wanted.
  static func pieceSize(of count: Int) -> Int { count < 500 ? 64 : 16 }

  var address: String
  var title: String
  var id: String?
  var kind: SearchEntry.Kind
  var areas: [String]
  var validity: SearchEntry.Validity?

  init(_ entry: SearchEntry) {
    address = entry.address
    title = entry.title
    id = entry.id
    kind = entry.kind
    areas = entry.areas
    validity = entry.validity
  }

  /// Rows as `[[address, title, number], …]`.
  static func body(of rows: ArraySlice<EntryRow>) -> [UInt8] {
    var out: [UInt8] = []
    out.append(list: rows) { $0.append(to: &$1) }
    return out
  }

  func append(to out: inout [UInt8]) {
    out.append(list: [address, title, id ?? ""]) { $1.append(quoted: $0) }
  }

  static func name(_ piece: Int) -> String { "r\(piece)" }
}
