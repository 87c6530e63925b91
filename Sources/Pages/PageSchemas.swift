internal import Charts
internal import Colours
internal import Documents
internal import Handbook
public import Theming

/// What each page kind gives its template: the contract between this room and the themes.
public enum PageSchemas {
  /// Page kind → schema; the template is `templates/<kind>.html`.
  public static let all: [String: Schema] = [
    "start": start, "routine": routine, "list": list, "letters": letters, "checklist": checklist, "role": role,
    "binder": binder, "system": system, "page": page, "about": about, "directory": directory, "contacts": contacts,
    "statement": statement, "register": register, "calendar": calendar, "news": news, "feed.xml": feed,
    "dashboard": dashboard, "kpi": kpi, "chart": chart, "table": table,
    "edition": edition, "difference": difference,
  ]

  /// Kinds that a theme may go without; the site then has no such page.
  public static let optional: [String: Schema] = ["search": search]
  // MARK: Assets

  static let colour = Schema("colour", ["name": .text, "light": .text, "dark": .text])

  /// What the templates of assets get: the site's colours.
  static let assets = Schema("assets", ["colours": .records(colour)])

  public static func assetRecord(_ manifest: ThemeManifest) -> Record {
    let colours = manifest.colours.map {
      Record(colour, ["name": .text($0.name), "light": .text($0.light.hex), "dark": .text($0.dark.hex)])
    }
    return Record(assets, ["colours": .records(colours)])
  }

  // MARK: Parts

  /// `logo` is the address of the organisation's own sign below the root.
  static let site = Schema(
    "site",
    [
      "name": .text, "organisation": .text, "administration": .text, "description": .text,
      "deviation": .text.optional, "logo": .text.optional, "asOf": .text, "hasContacts": .flag,
      "hasStatement": .flag, "hasDashboards": .flag,
    ])

  /// `address` counts from the root for the site's own pages: write `{{root}}{{address}}`.
  static let link = Schema("link", ["text": .text, "address": .text])

  /// A link that may lead out of the site.
  static let shortcut = Schema("shortcut", ["text": .text, "address": .text, "external": .flag])

  /// A routine in a list.
  ///
  /// `state` is the state's English code name, for classes; `stateText` what it is called. `states` has those before and
  /// after it too, where there are any: state, day of change, state, … with spaces between.
  static let item = Schema(
    "item",
    [
      "title": .text, "address": .text, "kind": .text, "id": .text.optional, "state": .text, "stateText": .text,
      "inForce": .flag, "states": .text.optional, "until": .text.optional, "decided": .text.optional,
    ])

  static let group = Schema("group", ["name": .text, "anchor": .text, "items": .records(item)])

  static let entry = Schema(
    "entry",
    ["text": .text, "address": .text, "description": .text.optional, "count": .number, "countText": .text.optional])

  static let contact = Schema(
    "contact",
    [
      "name": .text, "anchor": .text, "description": .text.optional,
      "telephone": .text.optional, "telephoneAddress": .text.optional,
      "email": .text.optional, "openingHours": .text.optional,
    ])

  // MARK: Pages

  static let start = Schema(
    "start",
    [
      "title": .text, "site": .record(site), "crumbs": .records(link), "body": .markup.optional,
      "shortcuts": .records(shortcut), "areas": .records(entry), "news": .records(item), "due": .records(item),
      "upcoming": .records(dutyDate),
      "routineCount": .number,
    ])

  /// One of a document's header facts, or a line of its contact block.
  ///
  /// A fact that every document should have and this one lacks is `missing`, with an empty value. `address` is where a
  /// contact's value leads.
  static let fact = Schema(
    "fact",
    [
      "name": .text, "label": .text, "value": .text, "unreadable": .flag, "missing": .flag, "address": .text.optional,
    ])

  /// A QR code of `address`: strokes one unit wide; `side` counts the quiet zone of 4 units on each side too.
  static let code = Schema("code", ["address": .text, "side": .number, "path": .text])

  /// What a reader must know of a document that is in this state.
  static let stateNote = Schema("stateNote", ["state": .text, "text": .text])

  static let heading = Schema("heading", ["text": .text, "anchor": .text, "children": .nested])

  static let duty = Schema(
    "duty",
    [
      "what": .text, "who": .text, "frequency": .text, "with": .texts, "reportsTo": .texts,
      "dates": .texts, "done": .text.optional,
      "checklist": .record(link).optional, "routine": .record(item).optional, "responsible": .flag,
    ])

  static let responsibility = Schema("responsibility", ["role": .record(link), "duties": .texts])

  static let routine = Schema(
    "routine",
    [
      "title": .text, "site": .record(site), "crumbs": .records(link), "item": .record(item),
      "stateNote": .text.optional, "laterNotes": .records(stateNote),
      "kindAddress": .text, "edition": .text.optional, "from": .text.optional, "updated": .text.optional,
      "openEnded": .flag,
      "code": .record(code).optional,
      "facts": .records(fact), "contents": .records(heading), "body": .markup, "checklists": .records(link),
      "responsibilities": .records(responsibility), "duties": .records(duty), "areas": .records(link),
      "subjects": .records(link), "systems": .records(link), "links": .records(item), "backlinks": .records(item),
      "related": .records(item), "editions": .records(editionEntry), "replaces": .records(item),
      "replacedBy": .records(item),
      "contactLines": .records(fact), "indicators": .records(indicator),
      "provenance": .record(provenance).optional, "sourceAddress": .text.optional,
    ])

  static let list = Schema(
    "list",
    [
      "title": .text, "site": .record(site), "crumbs": .records(link), "kindOfList": .text,
      "description": .text.optional, "binder": .text.optional, "groups": .records(group), "count": .number,
    ])

  /// A routine in a binder; the ids within `body` begin with `anchor` and `--`, its headings with level 3.
  static let leaf = Schema(
    "leaf",
    [
      "anchor": .text, "item": .record(item), "stateNote": .text.optional, "laterNotes": .records(stateNote),
      "edition": .text.optional,
      "facts": .records(fact), "code": .record(code).optional, "body": .markup,
    ])

  /// All routines of an area that are in force, to be printed together.
  static let binder = Schema(
    "binder",
    [
      "title": .text, "site": .record(site), "crumbs": .records(link), "description": .text.optional,
      "leaves": .records(leaf), "count": .number,
    ])

  static let letters = Schema(
    "letters",
    ["title": .text, "site": .record(site), "crumbs": .records(link), "groups": .records(letter), "count": .number])

  /// All that begins with a letter; `item` is there for documents.
  static let letter = Schema("letter", ["name": .text, "anchor": .text, "entries": .records(letterEntry)])

  static let letterEntry = Schema(
    "letterEntry", ["title": .text, "address": .text, "kind": .text, "item": .record(item).optional])

  static let task = Schema("task", ["id": .text, "text": .text, "number": .number])

  /// `rhythm` tells a script when the next period begins: unit/length/first, as `day/1/0` or `month/2/0`.
  static let checklist = Schema(
    "checklist",
    [
      "title": .text, "site": .record(site), "crumbs": .records(link), "id": .text, "period": .text.optional,
      "rhythm": .text.optional, "code": .record(code).optional,
      "ordered": .flag, "tasks": .records(task), "count": .number, "routine": .record(item),
      "section": .record(link).optional,
    ])

  static let part = Schema(
    "part", ["routine": .record(item), "section": .record(link).optional, "duties": .texts])

  static let role = Schema(
    "role",
    [
      "title": .text, "site": .record(site), "crumbs": .records(link), "description": .text.optional,
      "parts": .records(part), "duties": .records(duty), "calendar": .text.optional,
    ])

  /// A choice of a filter.
  static let option = Schema("option", ["text": .text, "value": .text])

  /// A document of the register.
  static let registration = Schema(
    "registration", ["item": .record(item), "owner": .record(option).optional, "areas": .records(option)])

  static let register = Schema(
    "register",
    [
      "title": .text, "site": .record(site), "crumbs": .records(link), "rows": .records(registration),
      "states": .records(option), "areas": .records(option), "owners": .records(option), "count": .number,
    ])

  /// One time that a duty falls due; `roles` are the parts of addresses of those that take part.
  static let dutyDate = Schema(
    "dutyDate",
    [
      "day": .text, "period": .text, "what": .text, "who": .text, "roles": .texts, "areas": .texts,
      "routine": .record(item),
    ])

  static let month = Schema("month", ["name": .text, "dates": .records(dutyDate)])

  static let calendar = Schema(
    "calendar",
    [
      "title": .text, "site": .record(site), "crumbs": .records(link), "months": .records(month),
      "roles": .records(option), "areas": .records(option), "calendars": .records(link),
      "unitCalendars": .records(link), "strip": .record(strip).optional,
    ])

  /// A duty's dates in the strip; `name` is a responsible's where there are too many duties.
  static let stripRow = Schema("stripRow", ["name": .text, "days": .texts])

  /// A drawing of when duties fall due, and the same as a table.
  static let strip = Schema("strip", ["title": .text, "sentence": .text, "svg": .markup, "rows": .records(stripRow)])

  /// A document that was decided or updated; `whole` is its whole web address, where the site's is known.
  static let change = Schema(
    "change",
    [
      "key": .text, "id": .text, "whole": .text, "day": .text, "item": .record(item), "note": .text.optional,
      "by": .text.optional, "edition": .text.optional, "editorial": .flag, "roles": .texts,
    ])

  static let news = Schema(
    "news",
    [
      "title": .text, "site": .record(site), "crumbs": .records(link), "changes": .records(change),
      "roles": .records(option),
    ])

  /// The changes as an Atom feed; RFC 4287.
  static let feed = Schema(
    "feed",
    [
      "title": .text, "site": .record(site), "id": .text, "own": .text, "home": .text, "updated": .text,
      "changes": .records(change),
    ])

  static let system = Schema(
    "system",
    [
      "title": .text, "site": .record(site), "crumbs": .records(link), "description": .text.optional, "aliases": .texts,
      "links": .records(link), "support": .record(contact).optional, "routines": .records(item),
    ])

  static let page = Schema(
    "page",
    ["title": .text, "site": .record(site), "crumbs": .records(link), "contents": .records(heading), "body": .markup])

  static let count = Schema("count", ["text": .text, "state": .text, "number": .number])

  static let about = Schema(
    "about",
    [
      "title": .text, "site": .record(site), "crumbs": .records(link), "contents": .records(heading),
      "body": .markup.optional, "states": .records(count), "routineCount": .number, "pageCount": .number,
      "repairCount": .number, "warningCount": .number,
    ])

  /// A list of pages that are no routines: all roles, systems, subjects, checklists.
  static let directory = Schema(
    "directory",
    [
      "title": .text, "site": .record(site), "crumbs": .records(link), "kindOfList": .text, "entries": .records(entry),
      "count": .number,
    ])

  static let contacts = Schema(
    "contacts",
    ["title": .text, "site": .record(site), "crumbs": .records(link), "contacts": .records(contact)])

  /// The page that searches: `pieces` is the folder of the index, below the root, `version` a name of its content now.
  static let search = Schema(
    "search",
    [
      "title": .text, "site": .record(site), "crumbs": .records(link), "pieces": .text, "version": .text,
      "count": .number,
    ])

  /// String keys asked for when the theme has a page for searching.
  public static let searchStrings = ["page.search"]

  static let shortcoming = Schema(
    "shortcoming", ["what": .text, "instead": .text.optional, "mendedBy": .text.optional])

  /// What is not accessible for one reason: `shortcoming`, `burden` or `exempt`.
  static let shortcomings = Schema(
    "shortcomings", ["reason": .text, "reasonText": .text, "items": .records(shortcoming)])

  /// The accessibility statement; `method` and `status` say it in whole sentences.
  static let statement = Schema(
    "statement",
    [
      "title": .text, "site": .record(site), "crumbs": .records(link), "address": .text.optional, "status": .text,
      "shortcomings": .records(shortcomings), "method": .text, "assessment": .text, "published": .text,
      "assessed": .text,
      "updated": .text, "email": .text.optional, "telephone": .text.optional, "telephoneAddress": .text.optional,
      "answerTime": .text.optional,
    ])

  /// String keys that this room asks the theme for, each by its name, so that a theme that lacks one is at fault.
  public static let strings =
    ValidityState.allCases.map { "state.\($0.rawValue)" }
    + ValidityState.allCases.filter { $0 != .inForce }.map { "state.note.\($0.rawValue)" }
    + DocumentKind.allCases.flatMap { ["kind.\($0.key)", "kind.plural.\($0.key)"] }
    + otherKinds.map { "kind.\($0)" }
    + facts.map { "fact.\($0)" } + pages.map { "page.\($0)" }
    + ChartText.allCases.map { "chart.\($0.rawValue)" } + figureStrings
    + AccessibilityStatement.Status.allCases.map { "statement.status.\($0)" }
    + AccessibilityStatement.Method.allCases.map { "statement.method.\($0)" }
    + AccessibilityStatement.Reason.allCases.map { "statement.reason.\($0)" }
    + registerHeadings.map { "register.csv.\($0)" }
    + ["duty.done", "duty.unreported", "calendar.all", "calendar.event", "calendar.strip"]
    + editionStrings
    + ["documents", "duties", "tasks"].flatMap { ["count.\($0).one", "count.\($0).other"] }

  static let registerHeadings = [
    "id", "title", "kind", "state", "areas", "owner", "decided", "updated", "from", "until", "address",
  ]
  /// Of what is no document.
  private static let otherKinds = ["role", "system", "contact", "page", "dashboard", "area", "subject", "measure"]
  private static let facts = [
    "decidedBy", "createdBy", "decidedOn", "createdOn", "updatedOn", "validFrom", "validTo", "openEnded", "reviewBy",
    "owner",
    "replaces", "audience",
    "organisation", "name",
  ]
  private static let pages = [
    "start", "letters", "about", "contacts", "areas", "subjects", "kinds", "checklists", "roles", "systems",
    "dashboards", "inForce", "notInForce", "statement", "archive", "replaced", "withdrawn", "owners", "register",
    "calendar", "news",
  ]
}
