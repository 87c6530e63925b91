public import Documents

extension ReadingRules {
  /// What the configuration and registers tell the reader of documents.
  public init(_ configuration: Configuration, _ registers: Registers) {
    var names: [NameIndex.Name] = []
    for system in registers.systems {
      for spelling in [system.name] + system.aliases {
        names.append(NameIndex.Name(spelling, kind: .system, name: system.name))
      }
    }
    for link in registers.links {
      for spelling in [link.name] + link.aliases {
        names.append(NameIndex.Name(spelling, kind: .link, name: link.name))
      }
    }
    self.init(
      organisations: configuration.organisationNames, leadIns: configuration.leadIns,
      slips: registers.slips.map { ($0.wrong, $0.right) }, names: NameIndex(names))
    without = configuration.switchedOff
    limitInYears = configuration.limitInYears
  }
}
