internal import CivilTime
internal import Dashboards
internal import Documents
internal import Handbook
internal import Statistics
internal import Theming

extension SiteContext {
  /// A dashboard; one that is made for each group is, by itself, the list of these.
  func dashboardContent(_ index: Int, group: Int?) -> (kind: String, record: Record) {
    let page = library.pages[index]
    if page.document.frontMatter.pagePer != nil, group == nil { return ("directory", groupList(index)) }
    let own = group.map { plan.groups[$0] }
    let root = group == nil ? "../" : "../../"
    let way = (strings["page.dashboards"], Address.dashboards)
    return (
      "dashboard",
      Record(
        PageSchemas.dashboard,
        [
          "title": .text(own?.name ?? page.document.title), "site": .record(site),
          "crumbs": own == nil ? crumbs(way) : crumbs(way, (page.document.title, page.address)),
          "group": Value(own.map { $0.id }), "contents": .records(contents(of: page.document)),
          "body": .markup(
            body(of: page.document, library.pageResolutions[index], at: place(index, group: group), root: root)),
          "exports": .records(exports), "staleDays": .number(library.configuration.staleDays),
          "siblings": .records(units(of: own)),
        ])
    )
  }

  func place(_ index: Int, group: Int?) -> ComponentPlace {
    let address = plan.address(of: .dashboard(index, group: group))
    let stem = address.dropFirst("statistik/".utf8.count).dropLast(".html".utf8.count)
    return ComponentPlace(source: .page(index), group: group.map { plan.groups[$0] }, stem: String(stem))
  }

  private var exports: [Record] {
    figures.book.latestDays.map { dataset, day in
      Record(
        PageSchemas.export,
        ["name": .text(strings["dataset.\(dataset.rawValue)"]), "latest": .text(day.iso)])
    }
  }

  /// The pages of a provider's units.
  private func units(of own: FigureBook.Group?) -> [Record] {
    guard let own, own.kind == .provider else { return [] }
    return figures.book.groups.filter { $0.kind == .unit && $0.provider == own.id }.compactMap { unit in
      figures.addresses[unit].map { link(unit.name, $0) }
    }
  }

  private func groupList(_ index: Int) -> Record {
    let page = library.pages[index]
    let entries = plan.groups(of: index).map { group in
      plainEntry(plan.groups[group].name, plan.address(of: .dashboard(index, group: group)))
    }
    return directory(
      titled: page.document.title, "dashboard", entries, way: (strings["page.dashboards"], Address.dashboards))
  }

  func dashboardsRecord() -> Record {
    let entries = library.dashboards.map { plainEntry(library.pages[$0].document.title, library.pages[$0].address) }
    return directory(titled: strings["page.dashboards"], "dashboard", entries, way: nil)
  }

  private func plainEntry(_ text: String, _ address: String) -> Record {
    Record(
      PageSchemas.entry,
      [
        "text": .text(text), "address": .text(address), "description": .none, "count": .number(0),
        "countText": .none,
      ])
  }

  private func directory(
    titled title: String, _ kind: String, _ entries: [Record], way: (String, String)?
  ) -> Record {
    Record(
      PageSchemas.directory,
      [
        "title": .text(title), "site": .record(site), "crumbs": way.map { crumbs($0) } ?? crumbs(),
        "kindOfList": .text(kind), "entries": .records(entries), "count": .number(entries.count),
      ])
  }

  /// What the blocks of all pages offer for download.
  public var downloads: [RenderedPage] { figureDownloads + registerFiles + calendarFiles }

  private var figureDownloads: [RenderedPage] {
    var found = library.routines.indices.flatMap { index in
      downloads(at: ComponentPlace(source: .routine(index), stem: "rutin-" + library.routines[index].slug))
    }
    for index in library.pages.indices {
      let page = library.pages[index]
      if !page.isDashboard {
        found += downloads(at: ComponentPlace(source: .page(index), stem: page.slug))
      } else if page.document.frontMatter.pagePer == nil {
        found += downloads(at: place(index, group: nil))
      }
      for group in plan.groups(of: index) { found += downloads(at: place(index, group: group)) }
    }
    return found
  }
}
