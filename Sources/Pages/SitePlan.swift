internal import Documents
internal import Handbook

/// One page that is to be made.
public enum PlannedPage: Sendable, Hashable {
  case start
  case routine(Int)
  case area(Int)
  case subject(Int)
  case kind(String)
  case letters
  case checklist(routine: Int, checklist: Int)
  case role(Int)
  case system(Int)
  case page(Int)
  case about
  case areas, subjects, kinds, checklists, roles, systems
  case contacts
}

/// Where pages lie, below the site's root. Flat files with their ending, so that links work from a file share.
enum Address {
  static func area(_ slug: String) -> String { "omraden/\(slug).html" }
  static func subject(_ slug: String) -> String { "amnen/\(slug).html" }
  static func kind(_ kind: DocumentKind) -> String { "typer/\(kind.rawValue).html" }
  static func checklist(_ routine: String, _ checklist: String) -> String { "checklistor/\(routine)--\(checklist).html" }
  static func role(_ slug: String) -> String { "roller/\(slug).html" }
  static func system(_ slug: String) -> String { "system/\(slug).html" }
  static let start = "index.html"
  static let letters = "a-o.html"
  static let about = "om.html"
  static let contacts = "kontakter.html"
  static let areas = "omraden/index.html"
  static let subjects = "amnen/index.html"
  static let kinds = "typer/index.html"
  static let checklists = "checklistor/index.html"
  static let roles = "roller/index.html"
  static let systems = "system/index.html"
}
