extension UnitRow: CachedRow {
  func write(to writer: inout CacheWriter) {
    writer.add(place)
    for text in [id, name, provider, providerName, operation, replaces, aliases.joined(separator: "|")] {
      writer.add(text)
    }
    writer.add(isInHouse ? 1 : 0)
    writer.add(need)
    writer.add(spareNeed)
    writer.add(from)
    writer.add(to)
  }

  init(from reader: inout CacheReader) throws(DamagedCache) {
    place = try reader.word()
    id = try reader.text()
    name = try reader.text()
    provider = try reader.text()
    providerName = try reader.text()
    operation = try reader.text()
    replaces = try reader.text()
    aliases = try reader.text().split(separator: "|").map(String.init)
    isInHouse = try reader.int() == 1
    need = try reader.optional()
    spareNeed = try reader.optional()
    from = try reader.day()
    to = try reader.optionalDay()
  }
}

extension LockRow: CachedRow {
  func write(to writer: inout CacheWriter) {
    writer.add(place)
    writer.add(lock)
    writer.add(Int(type))
    writer.add(unit)
    writer.add(client == nil ? 0 : 1)
    writer.add(client ?? 0)
    writer.add(Int(status))
    writer.add(from)
    writer.add(to)
    writer.add(battery.map { Int($0) })
    writer.add(reading)
  }

  init(from reader: inout CacheReader) throws(DamagedCache) {
    place = try reader.word()
    lock = try reader.word()
    type = try reader.byte()
    unit = try reader.text()
    let hasClient = try reader.int() == 1
    let hash = try reader.word()
    client = hasClient ? hash : nil
    status = try reader.byte()
    from = try reader.optionalDay()
    to = try reader.optionalDay()
    battery = try reader.optionalByte()
    reading = try reader.day()
  }
}

extension PhoneRow: CachedRow {
  func write(to writer: inout CacheWriter) {
    writer.add(place)
    writer.add(id)
    writer.add(unit)
    writer.add(Int(status))
    writer.add(Int(type))
    writer.add(registered)
    writer.add(connected.map { Int($0) })
    writer.add(lastUsed)
    writer.add(reading)
  }

  init(from reader: inout CacheReader) throws(DamagedCache) {
    place = try reader.word()
    id = try reader.text()
    unit = try reader.text()
    status = try reader.byte()
    type = try reader.byte()
    registered = try reader.day()
    connected = try reader.optionalByte()
    lastUsed = try reader.optionalDay()
    reading = try reader.day()
  }
}

extension LockEventRow: CachedRow {
  func write(to writer: inout CacheWriter) {
    writer.add(place)
    writer.add(event)
    writer.add(lock)
    writer.add(day)
  }

  init(from reader: inout CacheReader) throws(DamagedCache) {
    place = try reader.word()
    event = try reader.word()
    lock = try reader.word()
    day = try reader.day()
  }
}

extension JobRow: CachedRow {
  func write(to writer: inout CacheWriter) {
    writer.add(place)
    writer.add(job)
    writer.add(Int(type))
    writer.add(ordered)
    writer.add(done)
    writer.add(Int(status))
    writer.add(unit)
  }

  init(from reader: inout CacheReader) throws(DamagedCache) {
    place = try reader.word()
    job = try reader.word()
    type = try reader.byte()
    ordered = try reader.optionalDay()
    done = try reader.optionalDay()
    status = try reader.byte()
    unit = try reader.text()
  }
}

extension FollowUpRow: CachedRow {
  func write(to writer: inout CacheWriter) {
    writer.add(place)
    for text in [duty, unit, period] { writer.add(text) }
    writer.add(done)
    writer.add(deviations)
  }

  init(from reader: inout CacheReader) throws(DamagedCache) {
    place = try reader.word()
    duty = try reader.text()
    unit = try reader.text()
    period = try reader.text()
    done = try reader.day()
    deviations = try reader.optional()
  }
}
