internal import Handbook
internal import Swedish
internal import Theming

extension SiteContext {
  func contactsRecord() -> Record {
    Record(
      PageSchemas.contacts,
      [
        "title": .text(strings["page.contacts"]), "site": .record(site), "crumbs": crumbs(),
        "contacts": .records(library.registers.contacts.map { contact($0) }),
      ])
  }

  func contact(_ contact: Registers.Contact) -> Record {
    Record(
      PageSchemas.contact,
      [
        "name": .text(contact.name), "anchor": .text(Self.anchor(of: contact)),
        "description": Value(contact.description.isEmpty ? nil : contact.description),
        "telephone": Value(contact.telephone),
        "telephoneAddress": Value(contact.telephone.map { "tel:" + Self.dialled($0) }), "email": Value(contact.email),
        "openingHours": Value(contact.openingHours.isEmpty ? nil : contact.openingHours),
      ])
  }

  static func anchor(of contact: Registers.Contact) -> String { "kontakt-" + Folding.slug(contact.name) }

  /// `08-465 004 10` → `+46846500410`; what stands after the number is not dialled.
  static func dialled(_ number: String) -> String {
    let written = number.prefix { $0.isASCII && ($0.isNumber || " +-()/.".contains($0)) || $0 == "\u{A0}" }
    // A zero that is left out when calling from abroad.
    let digits = written.replacing("(0)", with: "").filter { $0.isNumber || $0 == "+" }
    if digits.hasPrefix("00") { return "+" + digits.dropFirst(2) }
    return digits.hasPrefix("0") ? "+46" + digits.dropFirst() : digits
  }
}
