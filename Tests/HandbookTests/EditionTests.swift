import CivilTime
import Documents
import Testing

@testable import Handbook

@Suite struct EditionTests {
  /// `slug date reviews` of the editions of `a.md`, from wordings that git would tell: day, path, keys.
  private func editions(
    _ wordings: [(day: String?, path: String, keys: String)], current: String, path: String = "routines/a.md",
    moved: [Int: String] = [:]
  ) throws -> [String] {
    let earlier = try wordings.enumerated().map { index, wording in
      EarlierDocument(
        DocumentReader.read(Array(tidy("Lås", wording.keys).utf8), file: wording.path),
        recordedOn: try wording.day.map { try #require(CivilDate(iso: $0)) }, movedFrom: moved[index])
    }
    let library = Library(
      [DocumentReader.read(Array(tidy("Lås", current).utf8), file: path)], earlier: earlier,
      asOf: try #require(CivilDate(iso: "2026-11-20")))
    return (library.recordedEditions[0] ?? []).map { edition in
      ([edition.slug, edition.date?.iso ?? "–"] + edition.reviews.map { "granskad \($0.iso)" }
        + [edition.setAsideOn.map { "slut \($0.iso)" }].compactMap { $0 }).joined(separator: " ")
    }
  }

  private static let a = "routines/a.md"

  @Test func aNewNumberDateOrNoteMakesANewEdition() throws {
    let found = try editions(
      [
        ("2020-01-05", Self.a, "utgåva: 1\nbeslutad: 2020-01-01"),
        ("2022-01-05", Self.a, "utgåva: 2\nbeslutad: 2022-01-01"),
        ("2023-01-05", Self.a, "utgåva: 2\nbeslutad: 2022-01-01\nuppdaterad: 2023-01-01"),
        ("2024-01-05", Self.a, "utgåva: 2\nbeslutad: 2022-01-01\nuppdaterad: 2023-01-01\nändringar: Nytt nummer"),
      ], current: "utgåva: 3\nbeslutad: 2026-01-01")
    #expect(found == ["1 2020-01-01", "2 2022-01-01", "2-2 2023-01-01", "2-3 2023-01-01", "3 2026-01-01"])
  }

  @Test func aCorrectionAndADraftMakeNone() throws {
    let found = try editions(
      [
        ("2020-01-01", Self.a, "utgåva: 1\nstatus: utkast"), ("2020-01-05", Self.a, "utgåva: 1\nbeslutad: 2020-01-01"),
        ("2020-02-05", Self.a, "utgåva: 1\nbeslutad: 2020-01-01\nämnesord: lås"),
        ("2020-03-05", Self.a, "utgåva: 2\nstatus: utkast\nbeslutad: 2020-01-01"),
      ], current: "utgåva: 1\nbeslutad: 2020-01-01\nmålgrupp: alla")
    #expect(found == ["1 2020-01-01"])
  }

  @Test func tellsOfReviewsAndOfTheEnd() throws {
    let keys = "beslutad: 2020-01-01"
    let found = try editions(
      [
        ("2020-01-05", Self.a, keys), ("2022-01-05", Self.a, keys + "\ngranskad: 2022-01-01"),
        ("2024-01-05", Self.a, keys + "\ngranskad: 2024-01-01"),
        ("2025-01-05", Self.a, keys + "\ngranskad: 2024-01-01\nstatus: ersatt"),
      ], current: keys + "\ngranskad: 2024-01-01\nstatus: ersatt\nmålgrupp: alla")
    #expect(found == ["2020-01-01 2020-01-01 granskad 2022-01-01 granskad 2024-01-01 slut 2025-01-05"])
  }

  @Test func followsAFileThatWasMovedOrHasTheId() throws {
    let moved = try editions(
      [
        ("2020-01-05", "routines/gammal.md", "beslutad: 2020-01-01"),
        ("2021-01-05", Self.a, "beslutad: 2020-01-01"),
        ("2022-01-05", "routines/gammal.md", "beslutad: 1999-01-01"),
      ], current: "beslutad: 2022-01-01", moved: [1: "routines/gammal.md"])
    // A file laid where it had been is another document; by its path it cannot be told from it.
    #expect(moved.last == "2022-01-01 2022-01-01" && moved.first == "2020-01-01 2020-01-01")
    let named = try editions(
      [
        ("2020-01-05", "routines/b.md", "id: EK-1\nbeslutad: 2020-01-01"),
        ("2021-01-05", Self.a, "id: EK-2\nbeslutad: 2021-01-01"),
      ], current: "id: EK-1\nbeslutad: 2022-01-01")
    #expect(named == ["2020-01-01 2020-01-01", "2022-01-01 2022-01-01"])
  }

  @Test func aFolderOfEditionsGoesBeforeTheHistory() throws {
    let found = try editions(
      [
        ("2020-01-05", Self.a, "id: EK-1\nbeslutad: 2020-01-01"),
        (nil, "editions/EK-1/b.md", "utgåva: 1\nbeslutad: 2010-01-01"),
        (nil, "editions/EK-1/a.md", "utgåva: 2\nbeslutad: 2015-01-01"),
        (nil, "editions/EK-9/a.md", "utgåva: 7"),
      ], current: "id: EK-1\nutgåva: 3\nbeslutad: 2022-01-01")
    #expect(found == ["1 2010-01-01", "2 2015-01-01", "3 2022-01-01"])
  }
}
