import CivilTime
import Testing

@testable import Statistics

@Suite struct ClientDrawTests {
  private let key = SiteKey(Array(0..<16))

  private func drawn(_ clients: [String], _ size: Int = 3, provider: String = "U-01") throws -> [String] {
    let month = try #require(CivilMonth(iso: "2026-09"))
    var draw = ClientDraw(size, key: key, provider: provider, month: month)
    for (index, client) in clients.enumerated() { draw.offer(client, hash: UInt64(index)) }
    return draw.drawn.map(\.client)
  }

  /// FIPS 180-2, appendix B.1.
  @Test func digestsAsTheStandardSays() {
    let digest = ClientDraw.sha256(Array("abc".utf8)).map { String($0, radix: 16) }
    #expect(digest.prefix(6) == ["ba", "78", "16", "bf", "8f", "1"])
  }

  /// From `sorted(ids, key=lambda i: hashlib.sha256(bytes(range(16)) + f"U-01\0002026-09\000{i}".encode()).digest())`.
  @Test func drawsThoseWithTheSmallestHashes() throws {
    #expect(try drawn((1...20).map { "K-\($0)" }) == ["K-10", "K-19", "K-2"])
  }

  @Test func drawsTheSameInAnyOrderAndHoweverOftenAClientComes() throws {
    let clients = (1...50).map { "K-\($0)" }
    #expect(try drawn(clients) == drawn(Array(clients.reversed()) + clients))
  }

  @Test func drawsOthersForAnotherProvider() throws {
    let clients = (1...50).map { "K-\($0)" }
    #expect(try drawn(clients) != drawn(clients, provider: "U-02"))
  }

  @Test func drawsAllWhereThereAreFew() throws {
    #expect(try drawn(["K-2", "K-1"]) == ["K-1", "K-2"])
    #expect(try drawn([]).isEmpty)
  }
}
