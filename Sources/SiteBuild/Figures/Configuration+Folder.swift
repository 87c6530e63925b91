internal import Diagnostics
internal import Handbook
internal import Statistics

extension Configuration {
  /// As `site.yaml` of a content folder says, with what is wrong in it; the defaults where there is none.
  static func ofFolder(_ content: String) throws(EnvironmentFault) -> (Configuration, [Diagnostic]) {
    let path = content + "/site.yaml"
    guard isFile(path) else { return (Configuration(), []) }
    let (configuration, faults) = read(try bytes(ofFile: path), file: "site.yaml")
    return (configuration, faults.map { $0.below(content) })
  }
}

extension DisclosurePolicy {
  init(_ decided: Configuration.SmallCounts) {
    self.init(threshold: decided.threshold, showsZero: decided.showsZero)
  }

  /// Stands for all that is decided.
  var text: String { "\(threshold) \(visitBase) \(showsZero)" }
}
