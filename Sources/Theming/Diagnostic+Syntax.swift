internal import Diagnostics

// What can be wrong with a template before any name is looked up.
extension Diagnostic {
  static func unterminatedTag(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .invalidTemplate, range,
      Message(sv: "Taggen avslutas inte.", en: "The tag is not closed."),
      help: Message(
        sv: "Sätt `}}` på samma rad; bara en kommentar får gå över flera rader.",
        en: "Put `}}` on the same line; only a comment may span lines."))
  }

  static func unevenBraces(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .invalidTemplate, range,
      Message(sv: "Taggen börjar med `{{{` men slutar med `}}`.", en: "The tag begins with `{{{` but ends with `}}`."),
      help: Message(sv: "Avsluta med `}}}`.", en: "Close with `}}}`."))
  }

  static func notAName(_ written: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .invalidTemplate, range,
      written.isEmpty
        ? Message(sv: "Taggen är tom.", en: "The tag is empty.")
        : Message(sv: "`\(written)` är inget namn.", en: "`\(written)` is not a name."),
      help: Message(
        sv: "Ett namn har bokstäver, siffror, `_` och `-`, med punkt mellan delarna.",
        en: "A name has letters, digits, `_` and `-`, with a full stop between its parts."))
  }

  static func notAVariable(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .invalidTemplate, range,
      Message(
        sv: "En text kan bara ha taggar av slaget `{{namn}}`.",
        en: "A string can only have tags of the form `{{name}}`."),
      help: Message(sv: "Flytta resten till mallen.", en: "Move the rest to the template."))
  }

  static func unsupportedTag(_ kind: TemplateTag.Kind, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .invalidTemplate, range,
      Message(sv: "Den sortens tagg finns inte här.", en: "There is no such tag here."),
      help: kind == .ampersand
        ? Message(sv: "Skriv `{{{namn}}}` för färdig HTML.", en: "Write `{{{name}}}` for ready HTML.")
        : Message(sv: "Taggarnas klamrar kan inte bytas.", en: "The tags' braces cannot be changed."))
  }

  static func unclosed(_ tag: TemplateTag) -> Diagnostic {
    Diagnostic(
      .invalidTemplate, tag.range,
      Message(sv: "`\(tag.content)` öppnas men stängs inte.", en: "`\(tag.content)` is opened but not closed."),
      help: Message(
        sv: "Lägg till `{{/\(tag.content)}}` där det slutar.", en: "Add `{{/\(tag.content)}}` where it ends."))
  }

  /// `open` is the innermost open tag, when there is one.
  static func unexpectedClose(_ tag: TemplateTag, open: TemplateTag?) -> Diagnostic {
    guard let open else {
      return Diagnostic(
        .invalidTemplate, tag.range,
        Message(sv: "`\(tag.content)` stängs men är inte öppnat.", en: "`\(tag.content)` is closed but not open."),
        help: Message(
          sv: "Ta bort taggen, eller öppna avsnittet före.", en: "Remove the tag, or open the section first."))
    }
    return Diagnostic(
      .invalidTemplate, tag.range,
      Message(
        sv: "`\(tag.content)` stängs där `\(open.content)` är öppet.",
        en: "`\(tag.content)` is closed where `\(open.content)` is open."),
      help: Message(sv: "Stäng `\(open.content)` först.", en: "Close `\(open.content)` first."),
      related: [
        Related(open.range, Message(sv: "`\(open.content)` öppnas här.", en: "`\(open.content)` is opened here."))
      ])
  }

  static func nestedTooDeep(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .nestingTooDeep, range,
      Message(sv: "Avsnitten ligger för djupt i varandra.", en: "The sections are nested too deeply."),
      help: Message(sv: "Flytta det inre till en delmall.", en: "Move the inner ones to a partial."))
  }

  static func outsideBlocks(of parent: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .invalidTemplate, range,
      Message(
        sv: "Det här står i `{{<\(parent)}}` men utanför blocken och visas aldrig.",
        en: "This stands within `{{<\(parent)}}` but outside its blocks, and is never shown."),
      help: Message(
        sv: "Flytta det till ett block, `{{$namn}}…{{/namn}}`.", en: "Move it to a block, `{{$name}}…{{/name}}`."))
  }

  static func repeatedBlock(_ block: TemplateNode.Block, first: SourceRange) -> Diagnostic {
    Diagnostic(
      .repeatedName, block.range,
      Message(sv: "Blocket `\(block.name)` fylls redan.", en: "The block `\(block.name)` is already filled."),
      help: Message(sv: "Behåll ett av dem.", en: "Keep one of them."),
      related: [Related(first, Message(sv: "Det första står här.", en: "The first one is here."))])
  }

  static func invalidEncoding(of file: String) -> Diagnostic {
    Diagnostic(
      .invalidEncoding, SourceRange(file: file),
      Message(sv: "Filen är inte text i UTF-8.", en: "The file is not text in UTF-8."),
      help: Message(sv: "Spara den som UTF-8.", en: "Save it as UTF-8."))
  }

  static func fileTooLarge(_ file: String, limit: Int) -> Diagnostic {
    Diagnostic(
      .fileTooLarge, SourceRange(file: file),
      Message(
        sv: "Mallen är större än \(limit / 1024) kB.", en: "The template is larger than \(limit / 1024) kB."),
      help: Message(sv: "Dela upp den i delmallar.", en: "Split it into partials."))
  }
}
