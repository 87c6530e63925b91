import Foundation
import SiteBuild
import Testing
import Theming

/// The same sources give the same bytes and the same faults, for any number of jobs and any order of the files.
@Suite struct DeterminismTests {
  static let variants: [(jobs: Int, order: Order)] = [(8, .asFound), (1, .reversed), (8, .shuffled), (3, .reversed)]

  enum Order: CaseIterable {
    case asFound
    case reversed
    case shuffled

    func of<Item>(_ items: [Item]) -> [Item] {
      switch self {
      case .asFound: return items
      case .reversed: return items.reversed()
      case .shuffled:
        // Every third from the start, then from the second, then from the third: mixed, but the same each time.
        return (0..<3).flatMap { start in stride(from: start, to: items.count, by: 3).map { items[$0] } }
      }
    }
  }

  private func reordered(_ sources: SiteSources, _ order: Order) -> SiteSources {
    SiteSources(
      content: order.of(sources.content), theme: order.of(sources.theme), overrides: order.of(sources.overrides))
  }

  @Test(arguments: GoldenSitesTests.sites, variants)
  func buildsTheSameBytes(site: FixtureSite, variant: (jobs: Int, order: Order)) throws {
    let first = try Build(site.sources(), jobs: 1)
    let second = try Build(reordered(site.sources(), variant.order), jobs: variant.jobs)
    #expect(first.files == second.files)
    #expect(first.faults == second.faults)
  }

  @Test(arguments: InvalidSitesTests.sites, variants)
  func reportsTheSameFaults(site: FixtureSite, variant: (jobs: Int, order: Order)) throws {
    // Four megabytes in four orders say no more than a line does.
    if site.name == "file-too-large" { return }
    let first = try Build(site.sources(), jobs: 1)
    let second = try Build(reordered(site.sources(), variant.order), jobs: variant.jobs)
    #expect(first.faults == second.faults)
  }

  @Test(arguments: ["intranet", "plain"]) func buildsTheSampleTheSame(theme: String) throws {
    let sources = try SampleSite.sources(theme: theme)
    let first = try Build(sources, jobs: 1)
    #expect(first.files.count > 100)
    for (jobs, order) in Self.variants {
      let second = try Build(reordered(sources, order), jobs: jobs)
      #expect(first.files == second.files)
      #expect(first.faults == second.faults)
    }
  }
}

/// The repository's own `content/` with one of its themes.
enum SampleSite {
  static func sources(theme: String) throws -> SiteSources {
    let package = FixtureSite.fixtures.deletingLastPathComponent().deletingLastPathComponent()
    let content = FixtureSite.files(in: package.appendingPathComponent("content"))
    let files = FixtureSite.files(in: package.appendingPathComponent("themes/\(theme)"))
    try #require(!content.isEmpty && !files.isEmpty)
    return SiteSources(
      content: content.filter { !$0.0.hasPrefix("theme/") }.map { SiteSources.File(path: $0.0, bytes: $0.1) },
      theme: files.map { ThemeFile(path: $0.0, file: "themes/\(theme)/\($0.0)", bytes: $0.1) })
  }
}
