import Glibc
import Testing

@testable import SiteBuild

/// `kill -9` at random moments; `RUTIN_KILLS` sets how many, and `make torture` sets it high.
@Suite(.serialized)
struct KillTests {
  static let files = 150
  static let bytes = 3000

  @Test(.timeLimit(.minutes(10)))
  func leavesTheOldOrTheNewSiteWhole() throws {
    let folder = try TemporaryFolder()
    let probe = try Child.built("publish-probe")
    let kills = getenv("RUTIN_KILLS").flatMap { Int(String(cString: $0)) } ?? 60
    func words(_ number: Int) -> [String] { [folder("output"), "\(number)", "\(Self.files)", "\(Self.bytes)"] }

    let watch = Stopwatch()
    for number in 0..<3 { try #require(try Child.run(probe, words(number)) == 0) }
    let usual = max(1, watch.milliseconds * 1000 / 3)
    var old = 2
    var published = 0
    var leftovers = 0
    for kill in 0..<kills {
      let number = kill + 3
      let child = try Child(probe, words(number))
      // Spread over the whole run, and a little beyond its usual end.
      usleep(useconds_t((usual * 5 / 4 * kill / kills) + Int.random(in: 0...(usual / 8))))
      child.kill()
      child.wait()
      let site = try #require(NumberedSite.read(folder("output")), "no site after kill \(kill)")
      let found = try #require(site.number)
      #expect(found == old || found == number, "site \(found) after kill \(kill)")
      #expect(site.isWhole(number: found, files: Self.files, bytes: Self.bytes), "a torn site after kill \(kill)")
      if found == number { published += 1 }
      if folder.names() != ["output"] { leftovers += 1 }
      old = found
    }
    // Otherwise the kills all came too early or too late to show anything.
    #expect(published > 0 && published < kills)
    #expect(leftovers > kills / 10)

    #expect(try Child.run(probe, words(kills + 3)) == 0)
    #expect(folder.names() == ["output"])
    #expect(
      NumberedSite.read(folder("output"))?.isWhole(number: kills + 3, files: Self.files, bytes: Self.bytes) == true)
  }
}
