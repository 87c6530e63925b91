internal import Diagnostics

extension TemplateCompiler {
  mutating func section(_ name: String, isInverted: Bool, body: [TemplateNode], at range: SourceRange) {
    do throws(NameFault) {
      switch try scopes.meaning(of: name) {
      case .unknown: unknownSection(body)
      case .root, .language, .string, .item:
        report(.notACondition(name, at: range))
        unknownSection(body)
      case .edge(let edge, let level):
        guarded(.skipUnlessEdge(edge, level: UInt16(level), is: !isInverted, to: 0), body)
      case .field(let place, let kind, let presence):
        section(name, place, kind, presence, isInverted: isInverted, body: body, at: range)
      }
    } catch {
      report(error.diagnostic(at: range))
      unknownSection(body)
    }
  }

  private mutating func section(
    _ name: String, _ place: ValuePlace, _ kind: FieldType.Kind, _ presence: Meaning.Presence, isInverted: Bool,
    body: [TemplateNode], at range: SourceRange
  ) {
    let path = builder.path(place)
    switch kind {
    case .flag:
      guarded(isInverted ? .skipIf(path, to: 0) : .skipUnless(path, to: 0), body)
    case .texts, .records, .nested:
      if isInverted { return guarded(.skipIf(path, to: 0), body) }
      guarded(.enter(path, end: 0), body, in: Scope(content: kind.entered, origin: place, isLoop: true))
    case .text, .markup, .number, .record:
      if isInverted {
        if case .always = presence { report(.neverAbsent(name, at: range)) }
        return guarded(.skipIf(path, to: 0), body)
      }
      if case .always = presence, !kind.isRecord { report(.neverAbsent(name, at: range)) }
      guarded(.enter(path, end: 0), body, in: Scope(content: kind.entered, origin: place))
    }
  }

  /// `operation` decides whether the body is run; it is made to lead to the body's end.
  private mutating func guarded(_ operation: Program.Operation, _ body: [TemplateNode], in scope: Scope? = nil) {
    let index = builder.position
    builder.append(operation)
    if let scope { scopes.append(scope) }
    compile(body)
    if scope != nil { scopes.removeLast() }
    builder.patch(index)
  }

  /// Looks for other faults in a section whose name is at fault.
  private mutating func unknownSection(_ body: [TemplateNode]) {
    scopes.append(Scope(content: .unknown))
    compile(body)
    scopes.removeLast()
  }
}

extension FieldType.Kind {
  fileprivate var isRecord: Bool { if case .record = self { true } else { false } }

  /// What the names in a section over the field refer to.
  fileprivate var entered: Scope.Content {
    switch self {
    case .record(let schema), .records(let schema): .record(schema)
    case .texts: .item(.text)
    case .text, .markup, .number, .flag, .nested: .item(self)
    }
  }
}
