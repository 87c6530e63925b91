import CivilTime
import Diagnostics
import Foundation
import Samples
import SiteBuild
import Testing

/// One random sequence of changes, each followed by a warm build that is compared with a clean one.
struct TortureSequence {
  private let seed: Int
  private let folder: Folder
  private var random: SeededGenerator
  private var content: TortureContent
  private var asOf: CivilDate
  private var compresses = false
  /// What was done, for whoever has to do it again.
  private var log: [String] = []
  private var cleanCount = 0
  private(set) var hasFailed = false

  init(seed: Int) throws {
    self.seed = seed
    asOf = try #require(CivilDate(year: 2026, month: 11, day: 20))
    folder = try Folder()
    random = SeededGenerator(seed: UInt64(seed))
    content = TortureContent(folder, hasData: random.chance(15), hasGit: random.chance(20))
    let theme = random.chance(10) ? "themes/intranet" : "Tests/Fixtures/themes/minimal"
    try FileManager.default.copyItem(
      at: Rutin.package.appendingPathComponent(theme), to: folder.url.appendingPathComponent("theme"))
    try content.begin(&random)
  }

  mutating func run() throws {
    try compare()
    for _ in 0..<Int.random(in: 2...6, using: &random) where !hasFailed {
      for _ in 0..<Int.random(in: 1...2, using: &random) { try step() }
      try compare()
    }
  }

  private mutating func step() throws {
    switch Int.random(in: 0..<20, using: &random) {
    case 0..<10: log.append(try content.change(&random))
    case 10: try changeTheme()
    case 11:
      asOf = asOf.adding(days: random.pick([-400, -1, 1, 1, 30, 200]))
      log.append("as of \(asOf.iso)")
    case 12:
      compresses.toggle()
      log.append("compress \(compresses)")
    case 13: try damageMemory()
    case 14:
      try? FileManager.default.removeItem(
        atPath: folder.path(random.pick(["work", "site", "work/site", "work/build"])))
      log.append("removed work or site")
    case 15: log.append(try content.commit(&random))
    default: try killBuild()
    }
  }

  private mutating func changeTheme() throws {
    let files = ["assets/extra.css", "strings/sv.yaml", "templates/list.html", "templates/routine.html"]
    let file = random.pick(files)
    let path = folder.path("theme/" + file)
    var text = (try? String(contentsOfFile: path, encoding: .utf8)) ?? ""
    switch file {
    case "assets/extra.css": text += "p { margin: \(Int.random(in: 1...9, using: &random))px }\n"
    case "strings/sv.yaml": text = text.replacingOccurrences(of: "rutin", with: random.pick(["rutin", "rutinen"]))
    default: text += "<!-- \(Int.random(in: 1...9, using: &random)) -->\n"
    }
    try text.write(toFile: path, atomically: random.chance(50), encoding: .utf8)
    log.append("theme \(file)")
  }

  private mutating func damageMemory() throws {
    let files = ((try? FileManager.default.subpathsOfDirectory(atPath: folder.path("work"))) ?? []).sorted()
      .map { folder.path("work/" + $0) }.filter { (try? Data(contentsOf: URL(fileURLWithPath: $0)))?.isEmpty == false }
    guard !files.isEmpty else { return }
    let file = random.pick(files)
    var bytes = try Data(contentsOf: URL(fileURLWithPath: file))
    if random.chance(50) {
      bytes = bytes.prefix(Int.random(in: 0..<bytes.count, using: &random))
    } else {
      bytes[Int.random(in: 0..<bytes.count, using: &random)] ^= 1 << UInt8.random(in: 0..<8, using: &random)
    }
    try bytes.write(to: URL(fileURLWithPath: file))
    log.append("damaged \(file.split(separator: "/").last ?? "")")
  }

  /// Each file must be the old one or the new one then, whole.
  private mutating func killBuild() throws {
    let old = (try? contents(of: folder.path("site"))) ?? [:]
    log.append(try content.change(&random))
    var arguments = [
      "build", "--content", folder.path("content"), "--theme", folder.path("theme"), "--output", folder.path("site"),
      "--work", folder.path("work"), "--as-of", asOf.iso, "--quiet", "--jobs", "2",
    ]
    if compresses { arguments.append("--compress") }
    let process = Rutin.process(arguments)
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    let wait = Int.random(in: 0..<200, using: &random)
    usleep(UInt32(wait * 1_000))
    kill(process.processIdentifier, SIGKILL)
    process.waitUntilExit()
    log.append("killed after \(wait) ms")
    let found = (try? contents(of: folder.path("site"))) ?? [:]
    let new = try build(clean: true).files
    for (path, bytes) in found where path != ".rutin-output" && bytes != old[path] && bytes != new[path] {
      fail("\(path) is neither the old nor the new one")
    }
  }

  private mutating func compare() throws {
    // So that what was kept of the build may be believed.
    let rests = random.chance(40)
    if rests { usleep(60_000) }
    let warm = try build(clean: false)
    let clean = try build(clean: true)
    if warm.faults != clean.faults { fail("other faults: \(warm.faults.count) and \(clean.faults.count)") }
    if clean.isPublished, warm.files != clean.files {
      let paths = Set(warm.files.keys).union(clean.files.keys).filter { warm.files[$0] != clean.files[$0] }
      fail("not as a clean build: \(paths.sorted().prefix(5))")
    }
    guard rests, clean.isPublished else { return }
    let again = try build(clean: false)
    if !again.isUnchanged { fail("built again though nothing had changed") }
    if again.files != clean.files || again.faults != clean.faults {
      fail("other than before though nothing had changed")
    }
  }

  private struct Built {
    var isPublished: Bool
    var isUnchanged: Bool
    var faults: [Diagnostic]
    var files: [String: Data]
  }

  private mutating func build(clean: Bool) throws -> Built {
    let place = clean ? "clean-\(cleanCount)" : ""
    if clean { cleanCount += 1 }
    let output = folder.path(clean ? place : "site")
    var options = SiteOptions(asOf: asOf, jobs: clean ? 1 : 2)
    options.compresses = compresses
    let folders = SiteFolders(
      content: folder.path("content"), theme: folder.path("theme"), work: folder.path(clean ? place + "-work" : "work"))
    let outcome = try SiteBuilder(folders, options, progress: Progress(style: .silent, language: .swedish) { _ in })
      .build(output: output, isStrict: false)
    let files = (try? contents(of: output)) ?? [:]
    if clean {
      try? FileManager.default.removeItem(atPath: output)
      try? FileManager.default.removeItem(atPath: output + "-work")
    }
    return Built(
      isPublished: outcome.isPublished, isUnchanged: outcome.isUnchanged, faults: outcome.diagnostics, files: files)
  }

  private mutating func fail(_ what: String) {
    hasFailed = true
    Issue.record("RUTIN_TORTURE_FIRST=\(seed) RUTIN_TORTURE=1: \(what)\n\(log.joined(separator: "\n"))")
  }
}
