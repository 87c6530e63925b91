internal import Handbook
internal import Theming

extension SiteContext {
  func searchRecord() -> Record {
    Record(
      PageSchemas.search,
      [
        "title": .text(strings["page.search"]), "site": .record(site), "crumbs": crumbs(),
        "pieces": .text(Address.searchPieces), "version": .text(searchVersion ?? ""),
        "count": .number(library.routines.count),
      ])
  }
}
