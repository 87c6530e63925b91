internal import Diagnostics
internal import Documents
internal import Swedish

/// Two documents that want one address, or have one id, are an error that names both.
enum AddressCheck {
  static func diagnostics(routines: [Routine], pages: [SitePage]) -> [Diagnostic] {
    var found: [Diagnostic] = []
    var byAddress: [String: Document] = [:]
    let all = routines.map { ($0.address, $0.document) } + pages.map { ($0.address, $0.document) }
    for (address, document) in all.sorted(by: { $0.1.file < $1.1.file }) {
      guard let first = byAddress[address] else {
        byAddress[address] = document
        continue
      }
      let sameID = document.frontMatter.id != nil && first.frontMatter.id.map { Folding.slug($0) } == document.frontMatter.id.map { Folding.slug($0) }
      let place = document.frontMatter.places["id"] ?? SourceRange(file: document.file)
      let other = first.frontMatter.places["id"] ?? SourceRange(file: first.file)
      let id = document.frontMatter.id ?? ""
      found.append(
        Diagnostic(
          sameID ? .duplicateIdentifier : .duplicateAddress, place,
          sameID
            ? Message(sv: "Id:t ”\(id)” används redan av \(first.file).", en: "The id “\(id)” is already used by \(first.file).")
            : Message(
              sv: "Sidan skulle få adressen `\(address)`, som \(first.file) redan har.",
              en: "The page would get the address `\(address)`, which \(first.file) already has."),
          help: sameID
            ? Message(sv: "Ge ett av dokumenten ett annat id.", en: "Give one of the documents another id.")
            : Message(sv: "Ge ett av dokumenten ett eget `id:` eller byt filnamn.", en: "Give one of the documents an `id:` of its own or rename the file."),
          related: [Diagnostic.Related(other, Message(sv: "Det andra dokumentet.", en: "The other document."))]))
    }
    return found
  }
}
