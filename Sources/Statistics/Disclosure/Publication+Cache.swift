public import Exports

/// What may be published, as bytes to keep: nothing that is hidden is in them.
extension Publication {
  public func write(to writer: inout CacheWriter) {
    writer.add(threshold)
    writer.add(rows.count)
    for row in rows { row.write(to: &writer) }
    writer.add(withdrawn.count)
    for table in withdrawn {
      writer.add(table.family)
      writer.add(table.groupKind.rawValue)
      writer.add(table.period ?? "")
    }
  }

  public init(from reader: inout CacheReader) throws(DamagedCache) {
    threshold = try reader.int()
    rows = try reader.list { reader throws(DamagedCache) in try PublishedRow(from: &reader) }
    withdrawn = try reader.list { reader throws(DamagedCache) in
      let family = try reader.text()
      let kind = try GroupKind(from: &reader)
      let period = try reader.text()
      return WithdrawnTable(family: family, groupKind: kind, period: period.isEmpty ? nil : period)
    }
  }
}

extension PublishedRow {
  fileprivate func write(to writer: inout CacheWriter) {
    for text in [measure, groupKind.rawValue, group, period] { writer.add(text) }
    numerator.write(to: &writer)
    denominator.write(to: &writer)
    switch value {
    case .none: writer.add(0)
    case .few: writer.add(1)
    case .withheld: writer.add(2)
    case .shown(let number):
      writer.add(3)
      writer.add(number.bitPattern)
    }
  }

  fileprivate init(from reader: inout CacheReader) throws(DamagedCache) {
    measure = try reader.text()
    groupKind = try GroupKind(from: &reader)
    group = try reader.text()
    period = try reader.text()
    numerator = try PublishedCount(from: &reader)
    denominator = try PublishedCount(from: &reader)
    switch try reader.int() {
    case 0: value = .none
    case 1: value = .few
    case 2: value = .withheld
    case 3: value = .shown(Double(bitPattern: try reader.word()))
    default: throw DamagedCache()
    }
  }
}

extension PublishedCount {
  fileprivate func write(to writer: inout CacheWriter) {
    switch self {
    case .none: writer.add(0)
    case .few: writer.add(1)
    case .withheld: writer.add(2)
    case .shown(let number):
      writer.add(3)
      writer.add(number)
    }
  }

  fileprivate init(from reader: inout CacheReader) throws(DamagedCache) {
    switch try reader.int() {
    case 0: self = .none
    case 1: self = .few
    case 2: self = .withheld
    case 3: self = .shown(try reader.int())
    default: throw DamagedCache()
    }
  }
}

extension GroupKind {
  fileprivate init(from reader: inout CacheReader) throws(DamagedCache) {
    guard let kind = GroupKind(rawValue: try reader.text()) else { throw DamagedCache() }
    self = kind
  }
}
