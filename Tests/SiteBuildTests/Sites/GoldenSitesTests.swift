import CivilTime
import Diagnostics
import Foundation
import SiteBuild
import Testing

/// Whole sites, byte for byte, in a theme that prints every field.
@Suite struct GoldenSitesTests {
  static let sites = FixtureSite.all(in: "sites")

  @Test(arguments: sites) func buildsTheSameSite(site: FixtureSite) throws {
    let build = try Build(site.sources())
    #expect(build.faults.count { $0.severity == .error } == 0)
    let expected = site.folder.appendingPathComponent("expected")
    if isRecording { try record(build.files, in: expected) }
    let wanted = Dictionary(uniqueKeysWithValues: FixtureSite.files(in: expected))
    #expect(Set(build.files.keys) == Set(wanted.keys))
    for (path, bytes) in build.files.sorted(by: { $0.key < $1.key }) where wanted[path] != bytes {
      let difference = Self.firstDifference(bytes, wanted[path] ?? [])
      Issue.record("\(site.name)/\(path): \(difference)")
    }
  }

  @Test(arguments: sites) func reportsTheSameWarnings(site: FixtureSite) throws {
    let found = try Build(site.sources()).report
    let file = site.folder.appendingPathComponent("warnings.txt")
    if isRecording { try Data(found.utf8).write(to: file) }
    #expect(found == (try String(contentsOf: file, encoding: .utf8)))
  }

  private func record(_ files: [String: [UInt8]], in folder: URL) throws {
    try? FileManager.default.removeItem(at: folder)
    for (path, bytes) in files {
      let file = folder.appendingPathComponent(path)
      try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(bytes).write(to: file)
    }
  }

  private static func firstDifference(_ found: [UInt8], _ wanted: [UInt8]) -> String {
    let lines = [found, wanted].map { String(decoding: $0, as: UTF8.self).components(separatedBy: "\n") }
    for number in 0..<max(lines[0].count, lines[1].count) {
      let pair = lines.map { number < $0.count ? $0[number] : "(nothing)" }
      if pair[0] != pair[1] { return "line \(number + 1) is\n\(pair[0])\nand should be\n\(pair[1])" }
    }
    return "they differ in line ends or are no text"
  }
}

/// One build from values to values.
struct Build {
  var faults: [Diagnostic]
  var files: [String: [UInt8]]

  init(_ sources: SiteSources, jobs: Int = 2, asOf: String = "2026-11-20") throws {
    let maker = SiteMaker(SiteOptions(asOf: try #require(CivilDate(iso: asOf)), jobs: jobs))
    let checked = maker.check(sources)
    faults = checked.diagnostics
    files = [:]
    if faults.errorCount > 0 { return }
    for file in maker.render(checked) {
      try #require(files[file.path] == nil, "\(file.path) is written twice")
      files[file.path] = file.bytes
    }
  }

  /// All faults as an editor reads them.
  var report: String { faults.map { $0.report(in: .swedish) + "\n" }.joined() }
}
