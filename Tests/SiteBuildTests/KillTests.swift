import Glibc
import Testing

@testable import SiteBuild

/// `kill -9` at random moments.
///
/// In memory and 60 times by default, to be quick; `make torture` sets `RUTIN_KILLS` high and works on a real disk.
@Suite(.serialized)
struct KillTests {
  static let files = 150
  static let bytes = 3000

  @Test(.timeLimit(.minutes(60)))
  func leavesTheOldOrTheNewSiteWhole() throws {
    let asked = getenv("RUTIN_KILLS").flatMap { Int(String(cString: $0)) }
    let folder = try TemporaryFolder(in: asked == nil && access("/dev/shm", W_OK) == 0 ? "/dev/shm" : "/tmp")
    let probe = try Child.built("publish-probe")
    let kills = asked ?? 60
    func words(_ number: Int) -> [String] { [folder("output"), "\(number)", "\(Self.files)", "\(Self.bytes)"] }

    let watch = Stopwatch()
    for number in 0..<3 { try #require(try Child.run(probe, words(number)) == 0) }
    // Microseconds; widened after a kill that came too early, narrowed after one that came too late, so that about as
    // many hit before the exchange as after it, however slow the disk is today.
    var span = max(1000, watch.milliseconds * 1000 / 2)
    var old = 2
    var published = 0
    var leftovers = 0
    for kill in 0..<kills {
      let number = kill + 3
      let child = try Child(probe, words(number))
      usleep(useconds_t(Int.random(in: 0...span)))
      child.kill()
      child.wait()
      let site = try #require(NumberedSite.read(folder("output")), "no site after kill \(kill)")
      let found = try #require(site.number)
      #expect(found == old || found == number, "site \(found) after kill \(kill)")
      #expect(site.isWhole(number: found, files: Self.files, bytes: Self.bytes), "a torn site after kill \(kill)")
      if found == number { published += 1 }
      span = found == number ? span * 9 / 10 : span * 11 / 10
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
