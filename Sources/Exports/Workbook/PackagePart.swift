/// Parts of an Office Open XML package and how they refer to each other.
struct PackageRelation {
  var id = ""
  /// The last word of the relation's type, which is the same in both editions of the standard.
  var kind = ""
  /// The part's name from the root of the package; nil outside it.
  var target: String?

  /// The relations that `part` of the archive lists, for targets relative to `folder`.
  static func read(_ part: inout PartReader, folder: String) throws(WorkbookFault) -> [PackageRelation] {
    var relations: [PackageRelation] = []
    var current = PackageRelation()
    var isExternal = false
    while let event = try part.next() {
      switch (event.kind, event.name) {
      case (.start, .relationship): (current, isExternal) = (PackageRelation(), false)
      case (.attribute, .relationshipID): current.id = part.text(of: event)
      case (.attribute, .type): current.kind = String(part.text(of: event).split(separator: "/").last ?? "")
      case (.attribute, .target): current.target = resolve(part.text(of: event), in: folder)
      case (.attribute, .targetMode): isExternal = part.text(of: event) == "External"
      case (.end, .relationship):
        if isExternal { current.target = nil }
        relations.append(current)
      default: continue
      }
    }
    return relations
  }

  /// The part that lists the relations of the part `name`.
  static func listName(for name: String) -> String {
    let folder = folder(of: name)
    return "\(folder)_rels/\(name.dropFirst(folder.count)).rels"
  }

  /// With the slash at its end; empty for the root.
  static func folder(of name: String) -> String {
    name.lastIndex(of: "/").map { String(name[...$0]) } ?? ""
  }

  private static func resolve(_ target: String, in folder: String) -> String {
    let target = unescaped(target.replacing("\\", with: "/"))
    var steps: [Substring] = []
    for step in (target.hasPrefix("/") ? target : folder + target).split(separator: "/") where step != "." {
      if step == ".." { _ = steps.popLast() } else { steps.append(step) }
    }
    return steps.joined(separator: "/")
  }

  /// `%20` is a space.
  private static func unescaped(_ text: String) -> String {
    guard text.utf8.contains(UInt8(ascii: "%")) else { return text }
    let bytes = Array(text.utf8)
    var out: [UInt8] = []
    var index = 0
    while index < bytes.count {
      if bytes[index] == UInt8(ascii: "%"), index + 2 < bytes.count,
        let byte = UInt8(String(decoding: bytes[index + 1...index + 2], as: UTF8.self), radix: 16)
      {
        out.append(byte)
        index += 3
      } else {
        out.append(bytes[index])
        index += 1
      }
    }
    return String(decoding: out, as: UTF8.self)
  }
}
