import Foundation
import SiteBuild
import Testing

/// Every address on every page leads to a file of the site, and every anchor to an id on its page.
@Suite struct LinksTests {
  @Test(arguments: GoldenSitesTests.sites) func leadsToFilesOfTheSite(site: FixtureSite) throws {
    let pages = try Build(site.sources()).files
    #expect(try Links(pages).broken == [])
  }

  @Test(arguments: ["intranet", "plain"]) func leadsToFilesOfTheSample(theme: String) throws {
    let links = try Links(Build(SampleSite.sources(theme: theme)).files)
    #expect(links.broken == [])
    #expect(links.count > 1000)
  }

  @Test func findsABrokenLink() throws {
    let page = Array("<a href=\"../b.html#x\">b</a> <a href=\"c.html\">c</a> <img src='d.png'>".utf8)
    let links = try Links(["a/a.html": page, "b.html": Array("<p id=\"y\">".utf8)])
    #expect(links.broken == ["a/a.html → ../b.html#x", "a/a.html → c.html", "a/a.html → d.png"])
  }
}

/// The links of a site's pages.
struct Links {
  private(set) var broken: [String] = []
  private(set) var count = 0

  init(_ files: [String: [UInt8]]) throws {
    // The minimal theme writes addresses between angle brackets.
    let attribute = try Regex(
      #"(?:href|src)=["']([^"']*)["']|<((?:\.\./)*[a-z0-9-]+(?:/[^<>" ]*)?\.[a-z]{3,4}(?:#[^<>" ]*)?)>"#)
    let id = try Regex(#"\bid="([^"]*)""#)
    let pages = files.filter { $0.key.hasSuffix(".html") }.mapValues { String(decoding: $0, as: UTF8.self) }
    let ids = pages.mapValues { page in Set(page.matches(of: id).compactMap { $0.output[1].substring.map(String.init) })
    }
    for (path, page) in pages.sorted(by: { $0.key < $1.key }) {
      for match in page.matches(of: attribute) {
        guard let written = (match.output[1].substring ?? match.output[2].substring).map(String.init) else { continue }
        if ["https:", "http:", "mailto:", "tel:", "data:"].contains(where: { written.hasPrefix($0) }) { continue }
        count += 1
        if !Self.leads(written, from: path, files: files, ids: ids) { broken.append("\(path) → \(written)") }
      }
    }
  }

  private static func leads(
    _ written: String, from path: String, files: [String: [UInt8]], ids: [String: Set<String>]
  ) -> Bool {
    let parts = written.replacingOccurrences(of: "&amp;", with: "&").components(separatedBy: "#")
    let base = URL(fileURLWithPath: "/" + path)
    let target = parts[0].isEmpty ? path : String(URL(string: parts[0], relativeTo: base)?.path.dropFirst() ?? "")
    guard files[target] != nil else { return false }
    guard parts.count > 1, !parts[1].isEmpty else { return true }
    return ids[target]?.contains(parts[1].removingPercentEncoding ?? parts[1]) ?? false
  }
}
