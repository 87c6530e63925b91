public import Documents
internal import Swedish

/// Where pages lie, below the site's root: flat files with their ending, so that links work from a file share.
public enum Address {
  public static func routine(_ slug: String) -> String { "rutiner/\(slug).html" }
  public static func area(_ slug: String) -> String { "omraden/\(slug).html" }
  /// A whole area to be printed.
  public static func binder(_ slug: String) -> String { "parmar/\(slug).html" }
  public static func subject(_ slug: String) -> String { "amnen/\(slug).html" }
  public static func kind(_ kind: DocumentKind) -> String { "typer/\(kind.rawValue).html" }
  public static func checklist(_ routine: String, _ checklist: String) -> String {
    "checklistor/\(Slugs.shortened("\(routine)--\(checklist)")).html"
  }
  public static func role(_ slug: String) -> String { "roller/\(slug).html" }
  public static func system(_ slug: String) -> String { "system/\(slug).html" }
  /// A page of the editors' own; `start` is the site's first page.
  public static func page(_ slug: String) -> String { slug == "start" ? start : "\(slug).html" }
  public static func dashboard(_ slug: String) -> String { "statistik/\(slug).html" }
  /// The page of a dashboard about one provider or unit.
  public static func dashboard(_ slug: String, of group: String) -> String { "statistik/\(slug)/\(group).html" }
  public static let dashboards = "statistik/index.html"
  public static func edition(_ routine: String, _ edition: String) -> String {
    "utgavor/\(Slugs.shortened("\(routine)--\(edition)")).html"
  }
  public static func difference(_ routine: String, _ old: String, _ new: String) -> String {
    "utgavor/\(Slugs.shortened("\(routine)--\(old)--\(new)")).html"
  }
  public static let archive = "arkiv.html"
  public static let start = "index.html"
  public static let search = "sok/index.html"
  /// The folder of the index.
  public static let searchPieces = "sok/data/"
  public static let letters = "a-o.html"
  public static let about = "om.html"
  /// The accessibility statement.
  public static let statement = "tillganglighet.html"
  public static let contacts = "kontakter.html"
  public static let areas = "omraden/index.html"
  public static let subjects = "amnen/index.html"
  public static let kinds = "typer/index.html"
  public static let checklists = "checklistor/index.html"
  public static let roles = "roller/index.html"
  public static let systems = "system/index.html"
  public static func owner(_ slug: String) -> String { "agare/\(slug).html" }
  public static let owners = "agare/index.html"
  public static let register = "register.html"
  /// The duties' dates.
  public static let calendar = "kalender/index.html"
  public static let news = "nytt.html"
  public static let feed = "andringar.xml"

  /// The pages that are made whatever the content is.
  static func fixed(hasContacts: Bool, hasStatement: Bool) -> [String] {
    let always =
      [start, letters, about, archive, areas, subjects, kinds, checklists, roles, systems, dashboards]
      + [owners, register, calendar, news, feed]
    return always + (hasContacts ? [contacts] : []) + (hasStatement ? [statement] : [])
  }
}

/// Gives each name of a folder a part of an address that no other has; `index` belongs to the folder's own page.
struct Slugs {
  private var taken: Set<String> = ["index"]

  /// `fallback` is for a name without letters and digits.
  mutating func slug(for name: String, or fallback: String) -> String {
    let folded = Folding.slug(name)
    let wanted = folded.isEmpty ? fallback : Self.shortened(folded)
    var slug = wanted
    var number = 2
    while !taken.insert(slug).inserted {
      slug = "\(wanted)-\(number)"
      number += 1
    }
    return slug
  }

  private static let lengthLimit = 160

  /// A file's name has at most 255 bytes: a longer one is cut and ends with a number made from the whole.
  static func shortened(_ slug: String) -> String {
    guard slug.utf8.count > lengthLimit else { return slug }
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in slug.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    var kept = ""
    for scalar in slug.unicodeScalars where kept.utf8.count < lengthLimit - 16 { kept.unicodeScalars.append(scalar) }
    return kept + "-" + String(hash, radix: 36)
  }
}
