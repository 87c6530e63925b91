/// One thing that a search can find: a page, or a named place on one.
public struct SearchEntry: Sendable {
  /// What sort of page it is, as hits show it and as readers can filter.
  public struct Kind: Sendable, Hashable {
    /// ASCII name, for addresses and classes.
    public var key: String
    public var text: String
    /// 1–9: of two equal matches, the one of the higher rank stands first.
    public var rank: Int

    public init(key: String, text: String, rank: Int) {
      self.key = key
      self.text = text
      self.rank = rank
    }
  }

  /// Whether staff may follow it.
  public enum Standing: Int, Sendable, Hashable {
    case applies = 0
    /// Nothing says that it does not apply.
    case uncertain = 1
    /// Ranked below all that applies.
    case setAside = 2
  }

  /// A document's state, as hits show it.
  public struct State: Sendable, Hashable {
    /// The state's code name, for classes and timelines.
    public var name: String
    public var text: String
    public var standing: Standing

    public init(name: String, text: String, standing: Standing) {
      self.name = name
      self.text = text
      self.standing = standing
    }
  }

  public struct Section: Sendable, Hashable {
    /// Empty for what stands before the first heading.
    public var anchor: String
    public var title: String
    /// Plain text, UTF-8.
    public var text: [UInt8]

    public init(anchor: String = "", title: String = "", text: [UInt8] = []) {
      self.anchor = anchor
      self.title = title
      self.text = text
    }
  }

  /// Below the site's root, with its anchor if it has one.
  public var address: String
  public var title: String
  public var kind: Kind
  /// The document's number.
  public var id: String?
  public var areas: [String] = []
  /// Names of states with the days between on which they change, as `inForce 2031-01-01 expired`, so that hits can be
  /// judged on the reader's own day; nil for a page that always applies.
  public var timeline: String?
  /// Subjects and other names, which count as much as a heading.
  public var keywords: [String] = []
  public var sections: [Section] = []

  public init(address: String, title: String, kind: Kind) {
    self.address = address
    self.title = title
    self.kind = kind
  }
}
