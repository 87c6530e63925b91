internal import Handbook
internal import Theming

extension SiteContext {
  /// - Parameter version: name of the index as it is now.
  func searchRecord(version: String) -> Record {
    Record(
      PageSchemas.search,
      [
        "title": .text(strings["page.search"]), "site": .record(site), "crumbs": crumbs(),
        "pieces": .text(Address.searchPieces), "version": .text(version),
        "count": .number(library.routines.count),
      ])
  }
}
