public import Documents

extension Library {
  /// A role and all that documents say it must do.
  public struct Role: Sendable {
    /// What one document says.
    public struct Part: Sendable {
      public var routine: Int
      public var section: String?
      public var duties: [String]
    }

    /// A scheduled duty in which the role takes part.
    public struct FollowUp: Sendable {
      public var routine: Int
      public var duty: FrontMatter.FollowUp
      /// Whether the role answers for it, or is only with.
      public var isResponsible: Bool
    }

    public var name: String
    public var slug: String
    public var description: String
    public var parts: [Part] = []
    public var followUps: [FollowUp] = []
  }

  /// A core system and where it is named.
  public struct System: Sendable {
    public var entry: Registers.System
    public var slug: String
    public var support: Registers.Contact?
    public var routines: [Int]
  }
}
