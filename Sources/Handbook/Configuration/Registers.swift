public import Diagnostics
internal import Swedish

/// The editors' registers, `content/registers/*.yaml`.
public struct Registers: Sendable {
  public struct Role: Sendable, Hashable {
    public var name: String
    public var aliases: [String]
    public var description: String
    public var range: SourceRange
  }

  /// A core system of the care.
  public struct System: Sendable, Hashable {
    public struct Link: Sendable, Hashable {
      public var text: String
      public var address: String
    }

    public var name: String
    /// Other spellings.
    public var aliases: [String]
    public var description: String
    public var links: [Link]
    /// Name of a contact.
    public var support: String?
    public var supportRange: SourceRange?
    public var range: SourceRange
  }

  /// A link that texts mention by its name.
  public struct Link: Sendable, Hashable {
    public var name: String
    public var aliases: [String]
    public var address: String
    public var range: SourceRange
  }

  public struct Contact: Sendable, Hashable {
    public var name: String
    public var description: String
    public var telephone: String?
    public var email: String?
    public var openingHours: String
    public var range: SourceRange
  }

  public struct Slip: Sendable, Hashable {
    public var wrong: String
    public var right: String
  }

  /// A line of a source that was found to hold no personal number though it looks so.
  public struct NumberException: Sendable, Hashable {
    /// Below the content folder.
    public var file: String
    public var line: Int
    public var range: SourceRange
  }

  public var roles: [Role] = []
  public var systems: [System] = []
  public var links: [Link] = []
  public var contacts: [Contact] = []
  public var synonyms: [[String]] = []
  public var slips: [Slip] = []
  public var numberExceptions: [NumberException] = []
  /// By register: what is taken.
  var names: [String: NameRegister] = [:]

  public init() {}

  /// The contact of this name, whatever its case.
  func contact(named name: String) -> Contact? {
    let wanted = Folding.words(name)
    return contacts.first { Folding.words($0.name) == wanted }
  }
}
