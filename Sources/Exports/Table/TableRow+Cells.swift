extension TableRow {
  /// The row's cells in the form in which the readers of rows take them, `width` of them if there are fewer.
  ///
  /// Cells above `width` that are empty are left out: a sheet may have formatted cells to the right of its table.
  func withCells<Result>(width: Int, place: RowPlace, _ body: (RowCells) -> Result) -> Result {
    let padded = bytes + [UInt8](repeating: 0, count: Cell.padding)
    return padded.withUnsafeBufferPointer { buffer in
      // `padded` is never empty, so it has an address.
      guard let base = buffer.baseAddress else { preconditionFailure("an array of padding has no address") }
      var cells: [Cell] = []
      var dates = areDates
      for index in 0..<count {
        let from = index == 0 ? 0 : ends[index - 1]
        cells.append(Cell(start: base + from, count: ends[index] - from))
      }
      while cells.count > width, let last = cells.last, last.trimmed.isEmpty { cells.removeLast() }
      while cells.count < width {
        cells.append(Cell(start: base, count: 0))
        dates.append(false)
      }
      return cells.withUnsafeBufferPointer { cells in
        dates.withUnsafeBufferPointer { dates in
          guard let first = cells.baseAddress else { preconditionFailure("a header has at least one cell") }
          return body(RowCells(cells: first, count: cells.count, areDates: dates.baseAddress, place: place))
        }
      }
    }
  }

  /// Whether all cells are empty or blank.
  var isBlank: Bool {
    bytes.withUnsafeBufferPointer { buffer in
      buffer.baseAddress.map { Cell(start: $0, count: buffer.count).trimmed.isEmpty } ?? true
    }
  }
}
