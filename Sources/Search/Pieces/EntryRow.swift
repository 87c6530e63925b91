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
  var textHash: [UInt8]

  init(_ entry: SearchEntry, textHash: [UInt8]) {
    address = entry.address
    title = entry.title
    id = entry.id
    kind = entry.kind
    areas = entry.areas
    validity = entry.validity
    self.textHash = textHash
  }

  /// `[[address, title, number, hash of its text], …]`
  static func body(of rows: ArraySlice<EntryRow>) -> [UInt8] {
    var out: [UInt8] = []
    out.append(list: rows) { row, out in
      out.append(list: [row.address, row.title, row.id ?? "", String(decoding: row.textHash, as: UTF8.self)]) {
        $1.append(quoted: $0)
      }
    }
    return out
  }

  static func name(_ piece: Int) -> String { "r\(piece)" }
}
