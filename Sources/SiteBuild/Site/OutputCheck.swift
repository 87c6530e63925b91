internal import Diagnostics
internal import Pages
internal import Theming

/// Every file of the site has a path of its own; two sources for one path are an error that names both.
///
/// Compared without case, since the site may be read from a file share or a server that makes no difference.
enum OutputCheck {
  struct Output {
    var path: String
    /// The file that it is made from; nil for a page that many documents make together.
    var source: String?
    /// Two documents for one address have been reported already.
    var isDocument = false
  }

  static func diagnostics(plan: SitePlan, assets: [ThemeAsset], attachments: [SiteSources.File]) -> [Diagnostic] {
    let files =
      assets.map { Output(path: $0.address, source: $0.file) }
      + attachments.map { Output(path: $0.path, source: $0.path) }
    // Pages among themselves have been checked; no other file than one of their kinds can meet them.
    guard files.contains(where: { isPagePath($0.path) }) else { return diagnostics(files) }
    let pages = plan.pages.map { Output(path: plan.address(of: $0), source: plan.source(of: $0), isDocument: true) }
    return diagnostics(pages + files)
  }

  private static func isPagePath(_ path: String) -> Bool {
    let path = path.lowercased()
    return path.hasSuffix(".html") || path.hasSuffix(".xml")
  }

  /// The first of one path keeps it.
  static func diagnostics(_ outputs: [Output]) -> [Diagnostic] {
    var first: [String: Int] = [:]
    first.reserveCapacity(outputs.count)
    return outputs.indices.compactMap { index in
      let key = outputs[index].path.lowercased()
      guard let other = first[key] else {
        first[key] = index
        return nil
      }
      return outputs[index].isDocument && outputs[other].isDocument ? nil : fault(outputs[index], outputs[other])
    }
  }

  private static func fault(_ output: Output, _ other: Output) -> Diagnostic {
    let name = other.source.map { "`\($0)`" }
    return Diagnostic(
      .duplicateAddress, SourceRange(file: output.source ?? output.path),
      Message(
        sv: "Filen skulle få adressen `\(output.path)`, som \(name ?? "en sida som byggs av sig själv") redan har.",
        en:
          "The file would get the address `\(output.path)`, which \(name ?? "a page that is made by itself") already has."
      ),
      help: Message(
        sv: "Byt namn på en av dem; stora och små bokstäver räknas som lika.",
        en: "Rename one of them; capitals and small letters count as the same."),
      related: other.source.map {
        [Diagnostic.Related(SourceRange(file: $0), Message(sv: "Den andra filen.", en: "The other file."))]
      } ?? [])
  }
}
