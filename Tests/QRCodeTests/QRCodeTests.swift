import QRCode
import Testing

@Suite struct QRCodeTests {
  /// The modules that the path's strokes cover.
  private func modules(_ code: QRCode) throws -> [[Bool]] {
    var grid = [[Bool]](repeating: [Bool](repeating: false, count: code.size), count: code.size)
    var (column, row) = (0, 0)
    for part in code.path.replacing("M", with: " M").replacing("m", with: " m").replacing("h", with: " h").split(
      separator: " M")
    {
      let pieces = part.split(separator: " ")
      (column, row) = (try #require(Int(pieces[0])), try #require(Int(pieces[1])))
      for piece in pieces.dropFirst(2) {
        let number = try #require(Int(piece.drop { $0.isLetter }))
        if piece.hasPrefix("h") { for x in column..<column + number { grid[row][x] = true } }
        if !piece.hasPrefix("0") { column += number }
      }
    }
    return grid
  }

  @Test(arguments: [
    "a", "https://rutiner.ekvik.example/rutiner/vof-r-004.html", "åäö 🙂", String(repeating: "x", count: 2953),
  ])
  func drawsAFinderInThreeCorners(text: String) throws {
    let code = try #require(QRCode(text))
    let grid = try modules(code)
    #expect((code.size - 17) % 4 == 0)
    let ring = [true, false, true, true, true, false, true]
    for (row, column) in [(3, 0), (3, code.size - 7), (code.size - 4, 0)] {
      #expect(Array(grid[row][column..<column + 7]) == ring, "\(row), \(column)")
    }
    #expect(Array(grid[code.size - 4][(code.size - 7)...]) != ring)
  }

  @Test func refusesNothingAndTooMuch() {
    #expect(QRCode("") == nil)
    #expect(QRCode(String(repeating: "x", count: 2954)) == nil)
  }

  @Test func isTheSameEachTime() { #expect(QRCode("Ekvik") == QRCode("Ekvik")) }
}
