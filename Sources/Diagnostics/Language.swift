/// The language in which the program speaks to its user.
public enum Language: String, Sendable, CaseIterable {
  case swedish = "sv"
  case english = "en"
}

/// One message in both languages.
public struct Message: Sendable, Hashable {
  public var swedish: String
  public var english: String

  public init(sv swedish: String, en english: String) {
    self.swedish = swedish
    self.english = english
  }

  public func text(in language: Language) -> String {
    language == .swedish ? swedish : english
  }
}
