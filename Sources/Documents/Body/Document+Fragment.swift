public import HTML

extension Document {
  /// The text on its own, without the rest of the handbook: links and images lead where they are written to lead.
  public func fragment() -> Markup {
    body.filled { slot, out in
      var markup = Markup()
      switch slot {
      case .open(let index) where references[index].kind == .link:
        markup.append(literal: "<a")
        markup.append(attribute: "href", references[index].target)
        markup.append(literal: ">")
      case .close(let index) where references[index].kind == .link: markup.append(literal: "</a>")
      case .open, .close: return
      case .image(let index):
        markup.append(literal: "<img")
        markup.append(attribute: "src", references[index].target)
        markup.append(attribute: "alt", references[index].text)
        markup.append(literal: ">")
      case .component(let index):
        markup.append(literal: "<pre><code>")
        markup.append(text: components[index].source)
        markup.append(literal: "</code></pre>")
      }
      out.append(contentsOf: markup.bytes)
    }
  }
}
