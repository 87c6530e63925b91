import CivilTime
import Documents
import Samples
import Testing

@testable import Handbook

/// What applied on a day, against a clerk who turns the leaves day by day.
@Suite struct InForceTests {
  /// A history without any document.
  struct Binder {
    struct Edition {
      var start: Int
      var end: Int?
      /// The day it was committed as set aside.
      var setAside: Int?
    }

    struct Item {
      var editions: [Edition]
      var replaces: Int?
    }

    var items: [Item]
  }

  private static let firstDay = CivilDate(iso: "2020-01-01")?.dayNumber ?? 0

  private static func iso(_ day: Int) -> String { CivilDate(dayNumber: firstDay + day).iso }

  private func binder(_ random: inout SeededGenerator) -> Binder {
    var items: [Binder.Item] = []
    for index in 0..<random.number(1...5) {
      var day = random.number(below: 400)
      var editions: [Binder.Edition] = []
      for _ in 0..<random.number(1...4) {
        let end = random.chance(60) ? day + random.number(0...500) : nil
        editions.append(Binder.Edition(start: day, end: end))
        day += random.number(1...300)
      }
      if random.chance(30) {
        editions[editions.count - 1].setAside = editions[editions.count - 1].start + random.number(0...200)
      }
      items.append(
        Binder.Item(editions: editions, replaces: index > 0 && random.chance(50) ? random.number(below: index) : nil))
    }
    return Binder(items: items)
  }

  /// Day after day: what begins is put in, what it replaces is taken out for ever, what has ended is taken out.
  private func clerk(_ binder: Binder, until last: Int) -> [Int: Int] {
    var inForce: [Int: Int] = [:]
    var closed: Set<Int> = []
    for day in 0...last {
      for (number, item) in binder.items.enumerated() {
        for (edition, leaf) in item.editions.enumerated() where leaf.start == day {
          inForce[number] = edition
          if edition == 0, let old = item.replaces { closed.insert(old) }
        }
      }
      for (number, edition) in inForce {
        let leaf = binder.items[number].editions[edition]
        if let end = leaf.end, end == day - 1 { inForce[number] = nil }
        if leaf.setAside == day { inForce[number] = nil }
      }
      for number in closed { inForce[number] = nil }
    }
    return inForce
  }

  private func library(_ binder: Binder) throws -> Library {
    var documents: [Document] = []
    var earlier: [EarlierDocument] = []
    for (number, item) in binder.items.enumerated() {
      let file = "routines/\(number).md"
      for (index, edition) in item.editions.enumerated() {
        var keys = "id: EK-\(number)\nutgåva: \(index + 1)\nbeslutad: \(Self.iso(edition.start))\n"
        keys += "gäller till: \(edition.end.map(Self.iso) ?? "tillsvidare")"
        if let old = item.replaces { keys += "\nersätter: EK-\(old)" }
        func read(_ keys: String) -> Document {
          DocumentReader.read(Array(tidy("Titel \(number)", keys).utf8), file: file)
        }
        earlier.append(
          EarlierDocument(read(keys), recordedOn: CivilDate(dayNumber: Self.firstDay + edition.start)))
        if let day = edition.setAside {
          keys += "\nstatus: upphävd"
          earlier.append(EarlierDocument(read(keys), recordedOn: CivilDate(dayNumber: Self.firstDay + day)))
        }
        if index == item.editions.count - 1 { documents.append(read(keys)) }
      }
    }
    return Library(documents, earlier: earlier, asOf: try #require(CivilDate(iso: "2026-11-20")))
  }

  @Test(arguments: 0..<10) func agreesWithAClerk(group: Int) throws {
    for seed in 0..<50 {
      var random = SeededGenerator(seed: UInt64(group * 1000 + seed))
      let binder = binder(&random)
      let library = try library(binder)
      for _ in 0..<12 {
        let day = random.number(below: 1500)
        var found: [Int: Int] = [:]
        for entry in library.applied(on: CivilDate(dayNumber: Self.firstDay + day)) {
          let number = Int(library.routines[entry.routine].document.frontMatter.id?.dropFirst(3) ?? "") ?? -1
          found[number] = (Int(entry.edition.document.frontMatter.edition ?? "") ?? 0) - 1
          #expect(entry.isCertain)
        }
        #expect(found == clerk(binder, until: day), "seed \(group * 1000 + seed), day \(day)")
      }
    }
  }

  @Test(arguments: [
    ("status: upphävd\nbeslutad: 2020-01-01\ngäller till: tillsvidare", "2021-01-01", ["a uncertain"]),
    ("beslutad: 2020-01-01\ngäller till: tillsvidare", "2021-01-01", ["a"]),
    ("beslutad: 2020-01-01\ngäller till: tillsvidare", "2019-12-31", []),
    ("beslutad: 2020-01-01\ngäller från: 2020-02-01", "2020-01-31", []),
    ("status: utkast\nbeslutad: 2020-01-01", "2021-01-01", []),
    ("beslutad: i våras", "2021-01-01", []), ("", "2021-01-01", []),
  ])
  func judgesOneDocument(keys: String, day: String, expected: [String]) throws {
    let library = try Handbook(["routines/a.md": tidy("Lås", keys)]).library
    let found = library.applied(on: try #require(CivilDate(iso: day))).map {
      library.routines[$0.routine].slug + ($0.isCertain ? "" : " uncertain")
    }
    #expect(found == expected)
  }
}
