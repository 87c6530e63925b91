internal import Diagnostics
internal import Documents
internal import Swedish

/// Two documents that want one address, or have one id, are an error that names both.
struct AddressCheck {
  private(set) var diagnostics: [Diagnostic] = []
  private let routines: [Routine]
  private let pages: [SitePage]
  /// By a document's number: its place among routines, then pages.
  private let addresses: [String]
  /// As they are compared.
  private let identifiers: [String?]

  init(routines: [Routine], pages: [SitePage], fixed: Set<String>) {
    self.routines = routines
    self.pages = pages
    // Read one by one: a document is dear to copy.
    addresses =
      routines.indices.map { Address.routine(routines[$0].slug) } + pages.indices.map { pages[$0].address }
    identifiers =
      routines.indices.map { routines[$0].foldedID }
      + pages.indices.map { pages[$0].document.frontMatter.id.map { Folding.words($0) } }
    let repeated = checkIdentifiers()
    checkAddresses(except: repeated, fixed: fixed)
  }

  private func document(_ number: Int) -> Document {
    number < routines.count ? routines[number].document : pages[number - routines.count].document
  }

  /// The numbers of documents whose id an earlier file has.
  private mutating func checkIdentifiers() -> Set<Int> {
    var repeated: Set<Int> = []
    for same in Self.shared(identifiers).values {
      let (first, others) = inFileOrder(same)
      for other in others {
        repeated.insert(other)
        let id = document(other).frontMatter.id ?? ""
        let file = document(first).file
        report(
          .duplicateIdentifier, other, first,
          Message(sv: "Id:t ”\(id)” används redan av \(file).", en: "The id “\(id)” is already used by \(file)."),
          help: Message(sv: "Ge ett av dokumenten ett annat id.", en: "Give one of the documents another id."))
      }
    }
    return repeated
  }

  private mutating func checkAddresses(except repeated: Set<Int>, fixed: Set<String>) {
    var reported = repeated
    for number in pages.indices where fixed.contains(pages[number].address) {
      // `start` and `om` fill the pages that have these addresses.
      guard pages[number].isDashboard || !SitePage.fillsFixedPage(pages[number].slug),
        reported.insert(routines.count + number).inserted
      else {
        continue
      }
      reportFixed(routines.count + number)
    }
    for (address, same) in Self.shared(addresses.indices.map { reported.contains($0) ? nil : addresses[$0] }) {
      let (first, others) = inFileOrder(same)
      for other in others {
        let file = document(first).file
        report(
          .duplicateAddress, other, first,
          Message(
            sv: "Sidan skulle få adressen `\(address)`, som \(file) redan har.",
            en: "The page would get the address `\(address)`, which \(file) already has."),
          help: Message(
            sv: "Ge ett av dokumenten ett eget `id:` eller byt filnamn.",
            en: "Give one of the documents an `id:` of its own or rename the file."))
      }
    }
  }

  /// The keys that several have, and who.
  private static func shared(_ keys: [String?]) -> [String: [Int]] {
    var first: [String: Int] = [:]
    first.reserveCapacity(keys.count)
    var shared: [String: [Int]] = [:]
    for (number, key) in keys.enumerated() {
      guard let key else { continue }
      if let earlier = first[key] {
        shared[key, default: [earlier]].append(number)
      } else {
        first[key] = number
      }
    }
    return shared
  }

  private func inFileOrder(_ numbers: [Int]) -> (first: Int, others: ArraySlice<Int>) {
    let sorted = numbers.sorted { SourceRange(file: document($0).file) < SourceRange(file: document($1).file) }
    return (sorted[0], sorted.dropFirst())
  }

  private mutating func report(_ code: Diagnostic.Code, _ number: Int, _ first: Int, _ message: Message, help: Message)
  {
    diagnostics.append(
      Diagnostic(
        code, document(number).addressPlace, message, help: help,
        related: [
          Diagnostic.Related(
            document(first).addressPlace, Message(sv: "Det andra dokumentet.", en: "The other document."))
        ]))
  }

  private mutating func reportFixed(_ number: Int) {
    let address = addresses[number]
    let isStart = address == Address.start
    diagnostics.append(
      Diagnostic(
        .duplicateAddress, document(number).addressPlace,
        Message(
          sv: "Sidan skulle få adressen `\(address)`, som en sida som byggs av sig själv redan har.",
          en: "The page would get the address `\(address)`, which a page that is made by itself already has."),
        help: isStart
          ? Message(
            sv: "Döp filen till `start.md`, så fyller den startsidan.",
            en: "Name the file `start.md`, and it fills the start page.")
          : Message(sv: "Byt filnamn eller `id:`.", en: "Rename the file or change its `id:`.")))
  }
}

extension SitePage {
  /// Whether a page's text goes into one that is made anyway.
  public static func fillsFixedPage(_ slug: String) -> Bool { slug == "start" || slug == "om" }
}
