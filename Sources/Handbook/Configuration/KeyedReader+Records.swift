internal import Diagnostics
internal import Swedish
internal import YAML

extension KeyedReader {
  /// Reads each mapping of a list; what is no mapping is reported once, all that is wrong in one is reported.
  static func read(_ items: [YAMLNode], keys: KnownKeys, _ read: (inout KeyedReader) -> Void) -> [Diagnostic] {
    items.flatMap { item in
      var reader = KeyedReader(item, keys: keys)
      if item.isMapping || item.isEmpty { read(&reader) }
      return reader.diagnostics
    }
  }

  /// Two keys that must both be there; both are reported when both are missing.
  mutating func required(_ first: String, _ second: String) -> (String, String)? {
    let values = (requiredText(first), requiredText(second))
    guard let first = values.0, let second = values.1 else { return nil }
    return (first, second)
  }

  /// A web, mail or telephone address; anything else is rejected.
  mutating func webAddress(_ key: String) -> String? {
    guard let text = text(key), let node = node(key) else { return nil }
    if text.isWebAddress, !text.contains(" ") { return text }
    reject(
      node, Message(sv: "”\(text)” är ingen webbadress.", en: "“\(text)” is no web address."),
      help: Message(
        sv: "Adressen ska börja med https:// och sakna mellanslag.",
        en: "The address should begin with https:// and have no spaces."))
    return nil
  }

  /// A whole number between two limits.
  mutating func number(_ key: String, in limits: ClosedRange<Int>) -> Int? {
    guard let node = node(key), let number = number(key) else { return nil }
    if limits.contains(number) { return number }
    reject(
      node,
      Message(sv: "\(number) är inget rimligt värde för `\(key)`.", en: "\(number) is no sensible value of `\(key)`."),
      help: Message(
        sv: "Skriv ett tal från \(limits.lowerBound) till \(limits.upperBound).",
        en: "Write a number from \(limits.lowerBound) to \(limits.upperBound)."))
    return nil
  }

  /// At least three digits, so that a link can be made of it.
  mutating func telephone(_ key: String) -> String? {
    guard let text = text(key), let node = node(key) else { return nil }
    if text.utf8.count(where: { (0x30...0x39).contains($0) }) >= 3 { return text }
    reject(
      node, Message(sv: "”\(text)” är inget telefonnummer.", en: "“\(text)” is no telephone number."),
      help: Message(
        sv: "Skriv numret med riktnummer, som 08-465 004 10.",
        en: "Write the number with its area code, like 08-465 004 10."))
    return nil
  }

  mutating func email(_ key: String) -> String? {
    guard let text = text(key), let node = node(key) else { return nil }
    let parts = text.split(separator: "@", omittingEmptySubsequences: false)
    if parts.count == 2, !parts[0].isEmpty, parts[1].contains("."), !text.contains(" ") { return text }
    reject(
      node, Message(sv: "”\(text)” är ingen e-postadress.", en: "“\(text)” is no e-mail address."),
      help: Message(sv: "Skriv adressen som namn@ekvik.example.", en: "Write the address like name@ekvik.example."))
    return nil
  }
}

extension YAMLNode {
  var isMapping: Bool {
    if case .mapping = content { return true }
    return false
  }
}

extension String {
  /// Leads out of the site by a scheme that is safe.
  var isWebAddress: Bool {
    guard let colon = utf8.prefix(7).firstIndex(of: UInt8(ascii: ":")) else { return false }
    let rest = self[colon...].utf8
    switch self[..<colon].lowercased() {
    case "http", "https": return rest.starts(with: "://".utf8) && rest.count > 3
    case "mailto", "tel": return rest.count > 1
    default: return false
    }
  }
}
