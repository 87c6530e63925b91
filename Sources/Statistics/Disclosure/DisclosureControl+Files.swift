internal import Exports

extension DisclosureControl {
  /// The names of files whose number of rows may bound a hidden count: small ones, and those of hardly more rows than it.
  ///
  /// A file may hold the rows of one unit alone, and its name may say so.
  func filesThatTell(_ files: [FileTally], of table: CellTable, _ marks: [CellStates.Mark]) -> Set<String> {
    var hidden: [String: Set<Int>] = [:]
    for cell in 0..<table.firstComplement where marks[cell] != .shown {
      hidden[table.quantities[Int(table.quantity[cell])].family, default: []].insert(table.value[cell])
    }
    let telling = files.filter { file in
      guard let family = Dataset(rawValue: file.kind.rawValue)?.family else { return false }
      return policy.small.contains(file.accepted)
        || hidden[family, default: []].contains { ($0..<$0 + policy.visitBase).contains(file.accepted) }
    }
    return Set(telling.map(\.name))
  }
}
