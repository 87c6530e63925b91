internal import Diagnostics

extension TemplateCompiler {
  mutating func insert(_ name: String, isRaw: Bool, at range: SourceRange) {
    do throws(NameFault) {
      switch try scopes.meaning(of: name) {
      case .unknown: break
      case .string(let key):
        if isRaw { report(.textAsMarkup(name, at: range)) }
        string(key, at: range)
      case .edge: report(.onlyForSections(name, at: range))
      case let meaning:
        if let fault = insert(meaning, name: name, isRaw: isRaw, at: range) { report(fault) }
      }
    } catch {
      report(error.diagnostic(at: range))
    }
  }

  /// What both a template and a string may insert; the fault when the value is of another type.
  private mutating func insert(
    _ meaning: Meaning, name: String, isRaw: Bool, at range: SourceRange
  ) -> Diagnostic? {
    switch meaning {
    case .unknown: return nil
    case .edge, .string: return .onlyForSections(name, at: range)
    case .root, .language:
      if isRaw { return .textAsMarkup(name, at: range) }
      if case .root = meaning { builder.append(.root) } else { append(escaped: surroundings.language) }
      return nil
    case .field(_, _, .within(let part)): return .possiblyAbsent(part, of: name, at: range)
    case .field(let place, let kind, _):
      return insert(place, kind, name: name, isRaw: isRaw, at: range)
    case .item(let level, let kind):
      return insert(ValuePlace(level: level), kind, name: name, isRaw: isRaw, at: range)
    }
  }

  private mutating func insert(
    _ place: ValuePlace, _ kind: FieldType.Kind, name: String, isRaw: Bool, at range: SourceRange
  ) -> Diagnostic? {
    switch kind {
    case .text, .number:
      if isRaw { return .textAsMarkup(name, at: range) }
      builder.append(.insertText(builder.path(place)))
    case .markup:
      if !isRaw { return .markupAsText(name, at: range) }
      builder.append(.insertMarkup(builder.path(place)))
    case .flag, .record, .records, .texts, .nested: return .onlyForSections(name, at: range)
    }
    return nil
  }

  /// Inserts a string of the theme, its variables resolved where it stands.
  private mutating func string(_ key: String, at range: SourceRange) {
    guard let string = surroundings.strings.string(key) else {
      return report(.missingString(key, known: surroundings.strings.keys, at: range))
    }
    usedStrings.insert(key)
    for segment in string.segments {
      switch segment {
      case .text(let text): append(escaped: text)
      case .variable(let name):
        do throws(NameFault) {
          let meaning = try scopes.meaning(of: name)
          if let fault = insert(meaning, name: name, isRaw: false, at: string.range) {
            report(fault, inString: key, at: range)
          }
        } catch {
          report(error.diagnostic(at: string.range), inString: key, at: range)
        }
      }
    }
  }

  private mutating func report(_ fault: Diagnostic, inString key: String, at range: SourceRange) {
    var fault = fault
    fault.related.append(
      Diagnostic.Related(range, Message(sv: "`\(key)` används här.", en: "`\(key)` is used here.")))
    faults.append(fault)
  }
}
