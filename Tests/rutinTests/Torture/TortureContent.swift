import Foundation
import Samples

/// A small handbook that is changed at random, as editors change theirs and as no editor would.
struct TortureContent {
  private let folder: Folder
  private let hasData: Bool
  private let hasGit: Bool
  private var names: [String] = []
  private var count = 0

  init(_ folder: Folder, hasData: Bool, hasGit: Bool) {
    (self.folder, self.hasData, self.hasGit) = (folder, hasData, hasGit)
  }

  mutating func begin(_ random: inout SeededGenerator) throws {
    try write("site.yaml", "namn: Pärmen\norganisation: Ekvik kommun\n")
    try write("pages/om-oss.md", "---\ntitel: Om oss\n---\n\nVi finns i Ekvik.\n")
    try write("registers/roller.yaml", Self.roles(1))
    for _ in 0..<Int.random(in: 3...8, using: &random) { try add(&random) }
    if hasData {
      try write(
        "data/enheter.csv", "Enhets-ID;Enhet;Utförar-ID;Utförare\nE1;Norr;U1;Egen regi\nE2;Söder;U2;Omsorg AB\n")
      try write("data/besok-2026-10.csv", Self.visits(&random))
      try write("dashboards/siffror.md", "---\ntitel: Siffror\n---\n\n```kpi\nmått: V1\n```\n")
    }
    if hasGit { try git("init", "--quiet", "--initial-branch=main") }
  }

  /// Says what was done.
  mutating func change(_ random: inout SeededGenerator) throws -> String {
    guard let name = names.isEmpty ? nil : random.pick(names) else {
      try add(&random)
      return "added the first"
    }
    switch Int.random(in: 0..<16, using: &random) {
    case 0, 1, 2:
      try edit(name) { $0 + "\nEn mening till, nummer \(Int.random(in: 0..<99, using: &random)).\n" }
      return "text of \(name)"
    case 3:
      try edit(name) { text in
        text.replacingOccurrences(of: "titel: Rutin", with: random.pick(["titel: Rutin", "titel: Ny rutin"]))
      }
      return "title of \(name)"
    case 4:
      let day = random.pick(["2026-11-21", "2027-03-01", "2025-01-01", "tillsvidare"])
      try edit(name) { $0.replacing(/gäller till: \S+/, with: "gäller till: \(day)") }
      return "\(name) until \(day)"
    case 5:
      let status = random.pick(["utkast", "gällande", "upphävd"])
      try edit(name) { $0.replacing(/status: \S+/, with: "status: \(status)") }
      return "\(name) is \(status)"
    case 6:
      try FileManager.default.removeItem(atPath: path(name))
      names.removeAll { $0 == name }
      return "removed \(name)"
    case 7, 8:
      let other = "routines/\(random.pick(["", "under/", "under/mer/"]))r\(count).md"
      count += 1
      try FileManager.default.createDirectory(
        atPath: (path(other) as NSString).deletingLastPathComponent, withIntermediateDirectories: true)
      try FileManager.default.moveItem(atPath: path(name), toPath: path(other))
      names = names.map { $0 == name ? other : $0 }
      return "moved \(name) to \(other)"
    case 9:
      try add(&random)
      return "added \(names.last ?? "")"
    case 10:
      let version = Int.random(in: 1...3, using: &random)
      try write("registers/roller.yaml", Self.roles(version))
      return "register \(version)"
    case 11:
      let days = Int.random(in: 10...90, using: &random)
      try write(
        "site.yaml",
        "namn: Pärmen \(days)\norganisation: Ekvik kommun\ngenvägar:\n  - text: Först\n    mål: \(random.pick(names))\n"
      )
      return "configuration \(days)"
    case 12:
      let file = random.pick(["files/bild.svg", "files/bild.svg/bild.svg", "files/lista.txt"])
      try? FileManager.default.removeItem(atPath: path("files"))
      try write(file, "<svg xmlns=\"http://www.w3.org/2000/svg\"/>\(Int.random(in: 0..<9, using: &random))")
      return "attachment \(file)"
    case 13 where hasData:
      let month = random.pick(["2026-09", "2026-10"])
      try write("data/besok-\(month).csv", Self.visits(&random))
      return "visits of \(month)"
    case 14:
      // Of the same size as what was there.
      try edit(name) { $0.replacingOccurrences(of: "kontrollera", with: "registrerar") }
      return "same size of \(name)"
    default:
      // A fault: the build must stop, and the site stand.
      let text = random.pick(["\nSe [en annan](finns-inte.md).\n", "\n```kpi\nmått: X9\n```\n"])
      try edit(name) { $0 + text }
      return "fault in \(name)"
    }
  }

  func commit(_ random: inout SeededGenerator) throws -> String {
    guard hasGit else { return "nothing" }
    try git("add", "--all", "content")
    try git(
      "commit", "--quiet", "--allow-empty", "--message", "Ändring", "--date",
      "2026-10-0\(Int.random(in: 1...9, using: &random))T12:00:00Z")
    return "committed"
  }

  // MARK: Texts

  private mutating func add(_ random: inout SeededGenerator) throws {
    let number = count
    count += 1
    let name = "routines/r\(number).md"
    let other = names.isEmpty ? "" : "Se [den andra](\(random.pick(names).split(separator: "/").last ?? "")).\n\n"
    let replaced = random.chance(20) && number > 0 ? "ersätter: T-\(number - 1)\n" : ""
    try write(
      name,
      """
      ---
      titel: Rutin \(number) för \(random.pick(["telefonen", "låset", "nyckeln"]))
      id: T-\(number)
      status: gällande
      beslutad av: Verksamhetschef
      beslutad: 2026-01-0\(1 + number % 9)
      gäller till: 2027-0\(1 + number % 9)-01
      ansvarig: \(random.pick(["IT-funktionen", "Enhetschef"]))
      verksamhet: [\(random.pick(["Hemtjänst", "Boendestöd"]))]
      ämnesord: [\(random.pick(["telefon", "lås"]))]
      \(replaced)uppföljning:
        - vad: Avstämning \(number)
          vem: IT-funktionen
          hur ofta: \(random.pick(["varje månad", "varje år"]))
      ---

      ## Syfte

      Medarbetaren ska kontrollera telefonen innan passet börjar.

      \(other)## Roller och ansvar

      Enhetschefen ansvarar för

      - Att kontrollera listan varje månad.

      ## Kontroll

      - [ ] Telefonen är laddad.
      - [ ] Låset är \(random.pick(["låst", "kontrollerat"])).

      """)
    names.append(name)
  }

  private static func roles(_ version: Int) -> String {
    "roller:\n  - namn: Enhetschef\n    beskrivning: Leder enheten, \(version).\n    alias: [Enhetschefen]\n"
  }

  private static func visits(_ random: inout SeededGenerator) -> String {
    var text =
      "Besöks-ID;Personalnr;Enhets-ID;Brukarnr;Start;Slut;Startregistrering;Slutregistrering;Status;Besökstyp;Dubbelbemanning\n"
    for row in 0..<Int.random(in: 20...60, using: &random) {
      let hour = Int.random(in: 10...19, using: &random)
      let way = random.pick(["Lås", "NFC", "App", "Efterhand"])
      text +=
        "B\(row);P\(row % 7);E\(1 + row % 2);K\(row % 11);2026-10-0\(1 + row % 9) \(hour):00;2026-10-0\(1 + row % 9) \(hour):20;\(way);\(way);Utfört;Planerat;Nej\n"
    }
    return text
  }

  // MARK: Files

  private func path(_ name: String) -> String { folder.path("content/" + name) }

  private func write(_ name: String, _ text: String) throws { try folder.write("content/" + name, text) }

  private func edit(_ name: String, _ body: (String) -> String) throws {
    try write(name, body(try String(contentsOfFile: path(name), encoding: .utf8)))
  }

  private func git(_ arguments: String...) throws {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/git")
    process.arguments =
      ["-C", folder.path, "-c", "user.name=Redaktör", "-c", "user.email=redaktor@ekvik.example"] + arguments
    process.standardOutput = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
  }
}
