internal import Diagnostics
internal import Documents

extension ReferenceResolver {
  mutating func link(_ reference: Reference, from origin: Origin) -> (Resolution, Diagnostic?) {
    if reference.target.isWebAddress { return (.external(reference.target), nil) }
    let (path, anchor) = Self.split(reference.target)
    if path.isEmpty {
      guard let anchor else { return (.plain, .emptyLink(reference)) }
      return section(anchor, of: origin, reference, .anchor(anchor))
    }
    guard let file = Self.neighbour(path, of: reference.range.file) ?? Self.joined(path, from: reference.range.file) else {
      return (.plain, .outsideContent(reference))
    }
    if let index = routine(at: file) { return section(anchor, of: .routine(index), reference, .routine(index, anchor: anchor)) }
    if let index = page(at: file) {
      return section(anchor, of: .page(index), reference, .page(address: pages[index].address, anchor: anchor))
    }
    if let file = self.file(at: file) { return (.file(file), nil) }
    if let address = fixedAddress(file) { return (.page(address: address, anchor: anchor), nil) }
    return (.plain, .brokenLink(reference, to: file, near: near(path: file)))
  }

  /// A page that is made by itself: `/a-o.html`, `/roller/`.
  func fixedAddress(_ path: String) -> String? {
    [path, path.isEmpty ? "index.html" : path + "/index.html"].first { fixedAddresses.contains($0) }
  }

  private func section(
    _ anchor: String?, of target: Origin, _ reference: Reference, _ resolution: Resolution
  ) -> (Resolution, Diagnostic?) {
    guard let anchor else { return (resolution, nil) }
    let document =
      switch target {
      case .routine(let index): routines[index].document
      case .page(let index): pages[index].document
      }
    return document.sections.contains { $0.id == anchor } ? (resolution, nil) : (.plain, .brokenAnchor(reference, anchor, in: document))
  }

  mutating func image(_ reference: Reference) -> (Resolution, Diagnostic?) {
    let (path, _) = Self.split(reference.target)
    if Self.hasScheme(reference.target) {
      // The reader has already refused every scheme but those of the web.
      return (.plain, reference.target.isWebAddress ? .imageElsewhere(reference) : nil)
    }
    guard let file = Self.joined(path, from: reference.range.file) else { return (.plain, .outsideContent(reference)) }
    if let file = self.file(at: file) { return (.file(file), nil) }
    return (.plain, .missingImage(reference, file, near: near(path: file).filter { files.contains($0) }))
  }

  /// Of a document, page or attachment by id, title, name or path; nil when there is none.
  func address(of name: String) -> String? {
    if let routine = best(routines(named: name)) { return routines[routine].address }
    if let page = page(named: name) { return pages[page].address }
    guard let path = Self.joined(percentDecoded(name), from: "") else { return nil }
    if let routine = routine(at: path) { return routines[routine].address }
    if let page = page(at: path) { return pages[page].address }
    return file(at: path) ?? fixedAddress(path)
  }

  private static func hasScheme(_ target: String) -> Bool {
    let scheme = target.utf8.prefix { $0.isSchemeByte }
    return !scheme.isEmpty && target.utf8.dropFirst(scheme.count).first == UInt8(ascii: ":") || target.hasPrefix("//")
  }

  /// Path without query and percent escapes, and anchor.
  static func split(_ target: String) -> (path: String, anchor: String?) {
    let bytes = target.utf8
    guard bytes.contains(where: { $0 == UInt8(ascii: "#") || $0 == UInt8(ascii: "?") || $0 == UInt8(ascii: "%") }) else { return (target, nil) }
    let hash = bytes.firstIndex(of: UInt8(ascii: "#"))
    let beforeHash = bytes[..<(hash ?? bytes.endIndex)]
    let path = beforeHash[..<(beforeHash.firstIndex(of: UInt8(ascii: "?")) ?? beforeHash.endIndex)]
    let anchor = hash.map { bytes[bytes.index(after: $0)...] }
    return (
      percentDecoded(String(Substring(path))),
      anchor.flatMap { $0.isEmpty ? nil : percentDecoded(String(Substring($0))) }
    )
  }

  /// A path from a file's folder, or from the content folder when it begins with `/`; nil when it leads out.
  static func joined(_ path: String, from file: String) -> String? {
    let bytes = path.utf8
    var parts = bytes.first == UInt8(ascii: "/") ? [] : file.utf8.split(separator: UInt8(ascii: "/")).dropLast()
    for part in bytes.split(separator: UInt8(ascii: "/")) {
      if part.elementsEqual(".".utf8) { continue }
      guard part.elementsEqual("..".utf8) else {
        parts.append(part)
        continue
      }
      if parts.isEmpty { return nil }
      parts.removeLast()
    }
    return parts.map { String(Substring($0)) }.joined(separator: "/")
  }

  /// The same for a name beside the document, which most links are; nil for anything with more parts.
  static func neighbour(_ path: String, of file: String) -> String? {
    var path = path
    let isName = path.withUTF8 { $0.first != UInt8(ascii: ".") && !$0.contains(UInt8(ascii: "/")) }
    guard isName, let slash = file.utf8.lastIndex(of: UInt8(ascii: "/")) else { return isName ? path : nil }
    return String(file[...slash]) + path
  }
}

extension UInt8 {
  fileprivate var isSchemeByte: Bool {
    (0x61...0x7A).contains(self | 0x20) || (0x30...0x39).contains(self) || "+-.".utf8.contains(self)
  }
}
