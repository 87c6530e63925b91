internal import Colours
internal import Diagnostics

// What can be wrong with a name, a file or a value that a template asks for.
extension Diagnostic {
  static func markupAsText(_ name: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .invalidTemplate, range,
      Message(sv: "`\(name)` är färdig HTML.", en: "`\(name)` is ready HTML."),
      help: Message(sv: "Skriv `{{{\(name)}}}`.", en: "Write `{{{\(name)}}}`."))
  }

  static func textAsMarkup(_ name: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .invalidTemplate, range,
      Message(sv: "`\(name)` är text, inte HTML.", en: "`\(name)` is text, not HTML."),
      help: Message(sv: "Skriv `{{\(name)}}`.", en: "Write `{{\(name)}}`."))
  }

  static func onlyForSections(_ name: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .invalidTemplate, range,
      Message(sv: "`\(name)` kan inte skrivas ut.", en: "`\(name)` cannot be inserted."),
      help: Message(
        sv: "Skriv `{{#\(name)}}…{{/\(name)}}` runt det som beror på det.",
        en: "Write `{{#\(name)}}…{{/\(name)}}` around what depends on it."))
  }

  static func notACondition(_ name: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .invalidTemplate, range,
      Message(sv: "`\(name)` kan inte vara ett avsnitt.", en: "`\(name)` cannot be a section."),
      help: Message(sv: "Skriv ut det med `{{\(name)}}`.", en: "Insert it by `{{\(name)}}`."))
  }

  static func neverAbsent(_ name: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .invalidTemplate, range,
      Message(sv: "`\(name)` finns alltid.", en: "`\(name)` is always there."),
      help: Message(sv: "Avsnittet runt det behövs inte.", en: "The section around it is not needed."))
  }

  static func possiblyAbsent(_ part: String, of name: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .invalidTemplate, range,
      Message(sv: "`\(part)` finns inte på alla sidor.", en: "`\(part)` is not on all pages."),
      help: Message(
        sv: "Skriv `{{#\(part)}}…{{/\(part)}}` runt `{{\(name)}}`.",
        en: "Write `{{#\(part)}}…{{/\(part)}}` around `{{\(name)}}`."))
  }

  /// A warning: a site may be tried in a theme that has other colours.
  static func unknownColour(_ colour: NamedColour, known: [String]) -> Diagnostic {
    Diagnostic(
      .unknownName, colour.range,
      Message(sv: "Temat har ingen färg `\(colour.name)`.", en: "The theme has no colour `\(colour.name)`."),
      help: .nearest(to: colour.name, in: known), severity: .warning)
  }

  static func missingString(_ key: String, known: [String], at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .missingString, range,
      Message(sv: "Texten `\(key)` finns inte i temat.", en: "The theme has no string `\(key)`."),
      help: .nearest(to: key, in: known))
  }

  static func missingAsset(_ path: String, known: [String], at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .missingAsset, range,
      Message(sv: "Filen `assets/\(path)` finns inte.", en: "There is no file `assets/\(path)`."),
      help: .nearest(to: path, in: known.sorted()))
  }

  static func assetOutOfPlace(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .invalidTemplate, range,
      Message(sv: "En tillgång kan inte peka på en annan så här.", en: "An asset cannot refer to another like this."),
      help: Message(sv: "Skriv adressen relativt filen själv.", en: "Write the address relative to the file itself."))
  }

  static func missingPartial(_ name: String, known: [String], at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .missingPartial, range,
      Message(
        sv: "Delmallen `\(TemplateLibrary.partialPath(name))` finns inte.",
        en: "There is no partial `\(TemplateLibrary.partialPath(name))`."),
      help: .nearest(to: name, in: known))
  }

  static func missingParent(_ name: String, known: [String], at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .missingTemplate, range,
      Message(
        sv: "Mallen `\(TemplateLibrary.parentPath(name))` finns inte.",
        en: "There is no template `\(TemplateLibrary.parentPath(name))`."),
      help: .nearest(to: name, in: known))
  }

  static func unknownBlock(_ block: TemplateNode.Block, of parent: String, known: Set<String>) -> Diagnostic {
    Diagnostic(
      .unknownName, block.range,
      Message(
        sv: "`\(parent)` har inget block `\(block.name)`.", en: "`\(parent)` has no block `\(block.name)`."),
      help: .nearest(to: block.name, in: known.sorted()))
  }

  static func endlessInclusion(_ name: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .invalidTemplate, range,
      Message(sv: "`\(name)` sätter in sig själv utan slut.", en: "`\(name)` inserts itself without end."),
      help: Message(
        sv: "En delmall får sätta in sig själv bara i ett avsnitt över postens egna underposter.",
        en: "A partial may insert itself only in a section over the record's own nested records."))
  }

  static func templateTooLarge(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .nestingTooDeep, range,
      Message(
        sv: "Mallen blir för stor eller för djup när allt har satts in.",
        en: "The template becomes too large or too deep when all is inserted."),
      help: Message(sv: "Sätt in färre delmallar i varandra.", en: "Insert fewer partials in each other."))
  }

  static func missingPage(_ kind: String, at range: SourceRange, known: [String]) -> Diagnostic {
    Diagnostic(
      .missingTemplate, range,
      Message(sv: "Temat har ingen mall för sidslaget `\(kind)`.", en: "The theme has no template for `\(kind)`."),
      help: .nearest(to: kind, in: known))
  }

  static func unusedFile(_ file: String, near: Message?) -> Diagnostic {
    Diagnostic(
      .unusedFile, SourceRange(file: file),
      Message(sv: "Ingenting använder filen.", en: "Nothing uses the file."),
      help: near ?? Message(sv: "Kontrollera dess namn, eller ta bort den.", en: "Check its name, or remove it."))
  }
}
