import Diagnostics
import Documents
import Testing

@testable import Handbook

/// Thirty chains with a fault, each told with the places of both documents; the day is 2026-11-20.
@Suite struct ReplacementFaultTests {
  struct Chain: CustomTestStringConvertible {
    var documents: [String]
    var code: String
    /// Lines of the documents that are named, the one at fault first.
    var places: [String]

    /// The keys of `a.md`, `b.md` and so on, whose ids are EK-A, EK-B.
    init(_ documents: String..., code: String, at places: [String]) {
      (self.documents, self.code, self.places) = (documents, code, places)
    }

    var testDescription: String { documents.joined(separator: " | ").replacing("\n", with: ", ") }
  }

  private static let now = "beslutad: 2026-01-01\ngäller till: 2030-01-01"
  private static let past = "beslutad: 2022-01-01\ngäller till: 2025-12-31"

  static let rings = [
    Chain("ersätter: EK-B", "ersätter: EK-A", code: "replacement-cycle", at: ["a:4", "b:4"]),
    Chain("ersätter: EK-C", "ersätter: EK-A", "ersätter: EK-B", code: "replacement-cycle", at: ["a:4", "c:4", "b:4"]),
    Chain("ersätter: EK-B", "ersätter: EK-C", "ersätter: EK-A", code: "replacement-cycle", at: ["a:4", "b:4", "c:4"]),
    Chain("status: ersatt", "ersätter: EK-C", "ersätter: EK-B", code: "replacement-cycle", at: ["b:4", "c:4"]),
    Chain("ersätter: EK-B", "ersätter: [EK-A, EK-C]", "status: ersatt", code: "replacement-cycle", at: ["a:4", "b:4"]),
    Chain(
      "status: ersatt\nersätter: EK-B", "status: ersatt\nersätter: EK-A", code: "replacement-cycle", at: ["a:5", "b:5"]),
    Chain("ersätter: B", "ersätter: A", code: "replacement-cycle", at: ["a:4", "b:4"]),
    Chain("\(now)\nersätter: EK-B", "\(now)\nersätter: EK-A", code: "replacement-cycle", at: ["a:6", "b:6"]),
  ]

  static let overlaps = [
    Chain(now, "\(now)\nersätter: EK-A", code: "overlapping-editions", at: ["b:6", "a:5"]),
    Chain("status: gällande\n\(now)", "\(now)\nersätter: EK-A", code: "overlapping-editions", at: ["b:6", "a:4"]),
    Chain(
      "beslutad: 2026-01-01\ngäller till: tillsvidare", "\(now)\nersätter: EK-A", code: "overlapping-editions",
      at: ["b:6", "a:5"]),
    Chain(
      "beslutad: 2020-01-01\ngäller till: tillsvidare", "\(now)\nersätter: EK-A", code: "overlapping-editions",
      at: ["b:6", "a:5"]),
    Chain("beslutad: 2026-01-01", "\(now)\nersätter: EK-A", code: "overlapping-editions", at: ["b:6", "a:1"]),
    Chain(
      "beslutad: 2022-01-01\ngäller till: 2026-12-01", "\(now)\nersätter: EK-A", code: "overlapping-editions",
      at: ["b:6", "a:5"]),
    Chain(
      "beslutad: 2022-01-01\ngäller till: 2026-11-20", "\(now)\nersätter: EK-A", code: "overlapping-editions",
      at: ["b:6", "a:5"]),
    Chain(now, "beslutad: 2026-01-01\nersätter: EK-A", code: "overlapping-editions", at: ["b:5", "a:5"]),
    Chain(
      now, "beslutad: 2021-01-01\ngäller till: tillsvidare\nersätter: EK-A", code: "overlapping-editions",
      at: ["b:6", "a:5"]),
    Chain(now, "\(past)\nersätter: EK-A", code: "overlapping-editions", at: ["b:6", "a:5"]),
    Chain(
      now, "status: ersatt\nersätter: EK-A", "\(now)\nersätter: EK-B", code: "overlapping-editions", at: ["b:5", "a:5"]),
    Chain(now, "status: ersatt\n\(past)\nersätter: EK-A", code: "overlapping-editions", at: ["b:7", "a:5"]),
    Chain(now, "\(now)\nersätter: A", code: "overlapping-editions", at: ["b:6", "a:5"]),
  ]

  static let gaps = [
    Chain(
      past, "beslutad: 2026-01-02\ngäller till: 2030-01-01\nersätter: EK-A", code: "replacement-gap",
      at: ["b:6", "a:5"]),
    Chain(
      past, "beslutad: 2025-12-01\ngäller från: 2026-01-02\ngäller till: 2030-01-01\nersätter: EK-A",
      code: "replacement-gap", at: ["b:7", "a:5"]),
    Chain(past, "beslutad: 2026-02\nersätter: EK-A", code: "replacement-gap", at: ["b:5", "a:5"]),
    Chain(
      past, "beslutad: 2026-02-01\ngäller till: tillsvidare\nersätter: EK-A", code: "replacement-gap",
      at: ["b:6", "a:5"]),
    Chain(
      "status: ersatt\n\(past)", "beslutad: 2026-01-10\ngäller till: 2030-01-01\nersätter: EK-A",
      code: "replacement-gap", at: ["b:6", "a:4"]),
    Chain(
      past, "beslutad: 2026-06-01\ngäller till: 2026-10-01\nersätter: EK-A", code: "replacement-gap",
      at: ["b:6", "a:5"]),
    Chain(
      "status: ersatt", "beslutad: 2026-11-01\ngäller från: 2026-12-01\nersätter: EK-A", code: "replacement-gap",
      at: ["b:6", "a:4"]),
    Chain(
      "status: ersatt\n\(now)", "gäller från: 2026-11-21\nersätter: EK-A", code: "replacement-gap", at: ["b:5", "a:4"]),
    Chain(
      "beslutad: 2022-01-01\ngäller till: 2026-11-30", "beslutad: 2026-11-01\ngäller från: 2026-12-02\nersätter: EK-A",
      code: "replacement-gap", at: ["b:6", "a:5"]),
  ]

  @Test func areThirty() { #expect(Self.rings.count + Self.overlaps.count + Self.gaps.count == 30) }

  @Test(arguments: rings + overlaps + gaps) func isReportedWithBothPlaces(chain: Chain) throws {
    let letters = Array("abcdef")
    let handbook = try Handbook(
      chain.documents.enumerated().map { index, keys in
        let name = String(letters[index])
        return ("routines/\(name).md", tidy(name.uppercased(), "id: EK-\(name.uppercased())\n\(keys)"))
      })
    let found = handbook.faults.filter { $0.code.rawValue == chain.code }.map { fault in
      ([fault.range] + fault.related.map(\.range)).map { "\($0.file.dropFirst(9).dropLast(3)):\($0.line)" }
    }
    #expect(found == [chain.places])
    // That nobody leads on from a document in a ring is said of the ring.
    #expect(handbook.faults.allSatisfy { $0.code.rawValue == chain.code || $0.code == .missingSuccessor })
  }

  /// One begins on the day after the other ends, or before that.
  @Test(arguments: [
    (past, "beslutad: 2026-01-01\ngäller till: 2030-01-01"), (past, "beslutad: 2025-06-01\ngäller till: 2030-01-01"),
    ("status: ersatt\n\(now)", now), ("status: upphävd", now), (past, "status: utkast"),
  ])
  func saysNothingOfAPassageWithoutFault(old: String, new: String) throws {
    let handbook = try Handbook([
      "routines/a.md": tidy("A", "id: EK-A\n\(old)"), "routines/b.md": tidy("B", "ersätter: EK-A\n\(new)"),
    ])
    #expect(handbook.report == [])
  }

  /// A draft replaces nothing yet.
  @Test(arguments: ["status: utkast\nersätter: EK-A", "ersätter: EK-C", now]) func reportsWhatNothingReplaces(
    other: String
  ) throws {
    let handbook = try Handbook([
      "routines/a.md": tidy("A", "id: EK-A\nstatus: ersatt"), "routines/b.md": tidy("B", other),
      "routines/c.md": tidy("C", "id: EK-C\nstatus: upphävd"),
    ])
    #expect(
      handbook.faults.map { "\($0.code.rawValue) \($0.range.file):\($0.range.line)" } == [
        "missing-successor routines/a.md:4"
      ])
  }
}
