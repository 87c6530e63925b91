/// Every count that is published, once, however many rows it stands in.
struct CellTable {
  struct Group: Hashable {
    var kind: GroupKind
    var name: String
  }

  /// The cells of one row: −1 where the number is not a cell.
  struct RowCells {
    var numerator: Int32
    var denominator: Int32
    var traits: Int32
  }

  private(set) var quantities: [Quantity]
  private(set) var groups: [Group] = []
  private(set) var periods: [(text: String, span: PeriodSpan?)] = []
  private(set) var rowCells: [RowCells] = []
  /// For each cell.
  private(set) var value: [Int] = []
  private(set) var quantity: [Int32] = []
  private(set) var group: [Int32] = []
  private(set) var period: [Int32] = []
  /// Cells from this one on are complements: never published, always to be guessed.
  private(set) var firstComplement = 0
  /// For each measure: the quantity of its complement, or −1.
  private(set) var complementQuantity: [Int]
  private var index: [Int32]
  private let quantityIndex: [String: Int]
  private var groupIndex: [Group: Int] = [:]
  private var periodIndex: [String: Int] = [:]

  var count: Int { value.count }

  init(rows: [ResultRow], vocabulary: DisclosureVocabulary) {
    quantities = vocabulary.quantities
    var names: [String: Int] = [:]
    for (number, quantity) in quantities.enumerated() { names[quantity.name] = number }
    complementQuantity = []
    for traits in vocabulary.measures {
      guard let denominator = traits.denominator, let base = names[denominator] else {
        complementQuantity.append(-1)
        continue
      }
      complementQuantity.append(quantities.count)
      quantities.append(
        Quantity(
          traits.measure + ".complement", quantities[base].counted, overGroups: traits.complement,
          overPeriods: traits.complement, family: quantities[base].family))
    }
    quantityIndex = names
    for row in rows {
      let group = Group(kind: row.groupKind, name: row.group)
      if groupIndex.updateValue(groupIndex[group] ?? groups.count, forKey: group) == nil { groups.append(group) }
      if periodIndex.updateValue(periodIndex[row.period] ?? periods.count, forKey: row.period) == nil {
        periods.append((row.period, PeriodSpan(row.period)))
      }
    }
    index = Array(repeating: -1, count: quantities.count * groups.count * periods.count)
    addCells(of: rows, vocabulary: vocabulary)
    firstComplement = count
    addComplements(vocabulary: vocabulary)
  }

  func quantity(named name: String) -> Int? { quantityIndex[name] }
  func group(_ kind: GroupKind, _ name: String) -> Int? { groupIndex[Group(kind: kind, name: name)] }
  func period(named text: String) -> Int? { periodIndex[text] }

  /// −1 when nothing of the kind is published.
  func cell(_ quantity: Int, _ group: Int, _ period: Int) -> Int {
    Int(index[(quantity * groups.count + group) * periods.count + period])
  }

  /// The count of a quantity where that of another cell stands; nil when it is not published.
  func value(ofQuantity name: String, beside cell: Int) -> Int? {
    guard let quantity = quantityIndex[name] else { return nil }
    let other = self.cell(quantity, Int(group[cell]), Int(period[cell]))
    return other < 0 ? nil : value[other]
  }

  private mutating func addCells(of rows: [ResultRow], vocabulary: DisclosureVocabulary) {
    var measures: [String: Int] = [:]
    for (number, traits) in vocabulary.measures.enumerated() { measures[traits.measure] = number }
    rowCells.reserveCapacity(rows.count)
    for row in rows {
      guard let measure = measures[row.measure],
        let group = groupIndex[Group(kind: row.groupKind, name: row.group)], let period = periodIndex[row.period]
      else {
        rowCells.append(RowCells(numerator: -1, denominator: -1, traits: -1))
        continue
      }
      let traits = vocabulary.measures[measure]
      rowCells.append(
        RowCells(
          numerator: add(traits.numerator, group, period, row.numerator),
          denominator: add(traits.denominator, group, period, row.denominator), traits: Int32(measure)))
    }
  }

  private mutating func add(_ name: String?, _ group: Int, _ period: Int, _ value: Int?) -> Int32 {
    guard let name, let value, let number = quantityIndex[name], quantities[number].counted != .other else {
      return -1
    }
    let known = cell(number, group, period)
    return known >= 0 ? Int32(known) : append(number, group, period, value)
  }

  private mutating func addComplements(vocabulary: DisclosureVocabulary) {
    for (measure, traits) in vocabulary.measures.enumerated() {
      guard complementQuantity[measure] >= 0, let denominator = traits.denominator,
        let top = quantityIndex[traits.numerator], let base = quantityIndex[denominator]
      else { continue }
      for group in groups.indices {
        for period in periods.indices {
          let (part, whole) = (cell(top, group, period), cell(base, group, period))
          guard part >= 0, whole >= 0, value[whole] >= value[part] else { continue }
          _ = append(complementQuantity[measure], group, period, value[whole] - value[part])
        }
      }
    }
  }

  private mutating func append(_ number: Int, _ group: Int, _ period: Int, _ value: Int) -> Int32 {
    let cell = Int32(count)
    index[(number * groups.count + group) * periods.count + period] = cell
    self.value.append(value)
    quantity.append(Int32(number))
    self.group.append(Int32(group))
    self.period.append(Int32(period))
    return cell
  }
}
