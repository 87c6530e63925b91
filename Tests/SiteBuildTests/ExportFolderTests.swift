import CivilTime
import Diagnostics
import Exports
import Statistics
import Testing

@testable import SiteBuild

@Suite struct ExportFolderTests {
  private static let jobs = "Uppdrags-ID;Typ;Utfört;Status;Enhets-ID\n"
  private static let register = "Enhets-ID;Utförar-ID;Regi;Verksamhet;Gäller från\nE-1;U-1;Egen;Hemtjänst;2024-01-01\n"

  private static func read(_ files: [String: String]) throws -> ExportFolder {
    let folder = try TemporaryFolder()
    for (name, text) in files { try folder.write("data/" + name, text) }
    return try ExportFolder(
      data: folder("data"), content: folder("content"), work: WorkFolder(folder("work")), jobs: 1)
  }

  @Test func tellsEqualNamesInTwoFoldersApart() throws {
    let folder = try Self.read([
      "enheter.csv": Self.register,
      "2026-09/monteringar.csv": Self.jobs + "M-1;Byte;2026-09-03;Utfört;E-1\nM-2;Byte;fel;Utfört;E-1\n",
      "2026-10/monteringar.csv": Self.jobs + "M-3;Byte;2026-10-03;Utfört;E-1\nM-4;Byte;fel;Utfört;E-1\n",
    ])
    let request = FigureRequest(asOf: try #require(CivilDate(iso: "2026-11-01")))
    let rows = Figures(of: folder.readings, request).rows.filter { $0.groupKind == .file }
    #expect(
      rows.map { "\($0.measure) \($0.group)" } == [
        "D.rejected 2026-09/monteringar.csv:bad_date", "D.rejected 2026-10/monteringar.csv:bad_date",
        "D.rows 2026-09/monteringar.csv", "D.rows 2026-10/monteringar.csv", "D.rows enheter.csv",
      ])
  }

  @Test func tellsOfEveryFileThatIsNotRead() throws {
    let other = ["BESOK.CSV.bak", "besok.csv.gz", "besok.dat", "besok"]
    let notes = ["README", "Readme.txt", "om.md", ".besok.csv", "~$besok.xlsx"]
    var files = ["enheter.csv": Self.register]
    for name in other + notes { files[name] = "a;b\n" }
    let folder = try Self.read(files)
    #expect(folder.readings.map(\.name) == ["enheter.csv"])
    #expect(folder.diagnostics.allSatisfy { $0.code == .unknownFile && $0.severity == .warning && $0.help != nil })
    let told = folder.diagnostics.compactMap { $0.range.file.split(separator: "/").last.map(String.init) }
    #expect(told.sorted() == other.sorted())
  }

  /// The reader says what they are.
  @Test func refusesOtherProgramsFormats() throws {
    let container = "PK\u{3}\u{4}"
    let folder = try Self.read([
      "besok.ods": container, "besok.xlsb": container, "las.fods": "<?xml version=\"1.0\"?>\n<office:document/>",
    ])
    #expect(folder.readings.isEmpty)
    #expect(folder.diagnostics.map(\.code) == [.unreadableFile, .unreadableFile, .unreadableFile])
  }

  /// One notice, and the figures of a clean reading.
  @Test func tellsThatAKeptReadingWasDamaged() throws {
    let folder = try TemporaryFolder()
    try folder.write("data/enheter.csv", Self.register)
    func read() throws -> ExportFolder {
      try ExportFolder(data: folder("data"), content: folder("content"), work: WorkFolder(folder("work")), jobs: 1)
    }
    #expect(try read().notice == nil)
    let kept = try read()
    #expect(kept.notice == nil && kept.keptCount == 1)
    for name in folder.names(in: "work/exports") where name.utf8.count == 32 {
      try folder.write("work/exports/" + name, "skadad")
    }
    let again = try read()
    #expect(again.notice != nil && again.freshCount == 1 && again.readings.first?.rowCount == 1)
    #expect(try read().notice == nil)
  }
}
