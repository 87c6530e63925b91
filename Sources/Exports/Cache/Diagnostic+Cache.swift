public import Diagnostics

extension Diagnostic {
  public func write(to writer: inout CacheWriter) {
    writer.add(code.rawValue)
    writer.add(severity.rawValue)
    range.write(to: &writer)
    message.write(to: &writer)
    (help ?? Message(sv: "", en: "")).write(to: &writer)
    writer.add(related.count)
    for other in related {
      other.range.write(to: &writer)
      other.message.write(to: &writer)
    }
  }

  public init(from reader: inout CacheReader) throws(DamagedCache) {
    guard let code = Code(rawValue: try reader.text()), let severity = Severity(rawValue: try reader.text()) else {
      throw DamagedCache()
    }
    let range = try SourceRange(from: &reader)
    let message = try Message(from: &reader)
    let help = try Message(from: &reader)
    let related = try reader.list { reader throws(DamagedCache) in
      Related(try SourceRange(from: &reader), try Message(from: &reader))
    }
    self.init(
      code, range, message, help: help.swedish.isEmpty ? nil : help, related: related, severity: severity)
  }
}

extension SourceRange {
  fileprivate func write(to writer: inout CacheWriter) {
    writer.add(file)
    for number in [line, column, endLine, endColumn] { writer.add(number) }
  }

  fileprivate init(from reader: inout CacheReader) throws(DamagedCache) {
    self.init(
      file: try reader.text(), line: try reader.int(), column: try reader.int(), endLine: try reader.int(),
      endColumn: try reader.int())
  }
}

extension Message {
  fileprivate func write(to writer: inout CacheWriter) {
    writer.add(swedish)
    writer.add(english)
  }

  fileprivate init(from reader: inout CacheReader) throws(DamagedCache) {
    self.init(sv: try reader.text(), en: try reader.text())
  }
}
