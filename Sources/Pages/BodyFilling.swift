internal import Documents
internal import HTML
internal import Handbook

extension SiteContext {
  /// A document's text with links, images and components filled in, for a page that lies `root` away from the site's root.
  func body(
    of document: Document, _ resolutions: [Resolution], at place: ComponentPlace, root: String
  ) -> Markup {
    document.body.filled { slot, out in
      switch slot {
      case .open(let index):
        guard let address = address(of: resolutions[index], root: root) else { return }
        out.append(contentsOf: "<a href=\"".utf8)
        escape(address.utf8, into: &out)
        out.append(contentsOf: "\">".utf8)
        if let title = titleOfID(document.references[index], resolutions[index]) {
          escape(title.utf8, into: &out)
          out.append(contentsOf: " (".utf8)
        }
      case .close(let index):
        guard address(of: resolutions[index], root: root) != nil else { return }
        if titleOfID(document.references[index], resolutions[index]) != nil { out.append(UInt8(ascii: ")")) }
        out.append(contentsOf: "</a>".utf8)
      case .image(let index):
        guard case .file(let path) = resolutions[index] else {
          escape(document.references[index].text.utf8, into: &out)
          return
        }
        out.append(contentsOf: "<img src=\"".utf8)
        escape(encodedPath(root + path).utf8, into: &out)
        out.append(contentsOf: "\" alt=\"".utf8)
        escape(document.references[index].text.utf8, into: &out)
        out.append(contentsOf: "\" loading=\"lazy\">".utf8)
      case .component(let index):
        if let block = component(index, at: place, root: root) {
          out.append(contentsOf: block.bytes)
          return
        }
        out.append(contentsOf: "<pre><code>".utf8)
        escape(document.components[index].source.utf8, into: &out)
        out.append(contentsOf: "</code></pre>".utf8)
      }
    }
  }

  /// A duty's or task's text with `[[…]]` replaced by the title that it names.
  func plain(_ text: String, of routine: Int) -> String {
    let hasName = text.utf8.withContiguousStorageIfAvailable { $0.contains(UInt8(ascii: "[")) }
    guard hasName ?? text.utf8.contains(UInt8(ascii: "[")) else { return text }
    var rest = text[...]
    var out = ""
    while let open = rest.range(of: "[["), let close = rest[open.upperBound...].range(of: "]]") {
      let name = String(rest[open.upperBound..<close.lowerBound])
      out += rest[..<open.lowerBound] + (title(named: name, in: routine) ?? name)
      rest = rest[close.upperBound...]
    }
    return out + rest
  }

  private func title(named name: String, in routine: Int) -> String? {
    let references = library.routines[routine].document.references
    guard let index = references.firstIndex(where: { $0.kind == .wiki && $0.text == name }) else { return nil }
    return titleOfID(references[index], library.resolutions[routine][index])
  }

  /// An id says nothing to a reader: its document's title stands before it.
  private func titleOfID(_ reference: Reference, _ resolution: Resolution) -> String? {
    guard reference.kind == .wiki, case .routine(let index, _) = resolution,
      library.routines[index].id == reference.text
    else { return nil }
    return library.routines[index].title
  }

  private func address(of resolution: Resolution, root: String) -> String? {
    func at(_ address: String, _ anchor: String?) -> String { root + address + (anchor.map { "#" + $0 } ?? "") }
    switch resolution {
    case .routine(let index, let anchor): return at(library.routines[index].address, anchor)
    case .page(let address, let anchor): return at(address, anchor)
    case .anchor(let anchor): return "#" + anchor
    case .file(let path): return encodedPath(root + path)
    case .system(let index): return at(Address.system(library.systems[index].slug), nil)
    case .external(let address): return address
    case .plain: return nil
    }
  }
}

extension Substring {
  /// The first place where `part` stands.
  fileprivate func range(of part: StaticString) -> Range<Index>? {
    part.withUTF8Buffer { part in
      var start = startIndex
      while start < endIndex {
        if self[start...].utf8.starts(with: part) { return start..<utf8.index(start, offsetBy: part.count) }
        start = utf8.index(after: start)
      }
      return nil
    }
  }
}

/// A path as it stands in an address.
func encodedPath(_ path: String) -> String {
  var out: [UInt8] = []
  for byte in path.utf8 {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
      UInt8(ascii: "~"),
      UInt8(ascii: "/"):
      out.append(byte)
    default:
      let digits = Array("0123456789ABCDEF".utf8)
      out += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
    }
  }
  return String(decoding: out, as: UTF8.self)
}
