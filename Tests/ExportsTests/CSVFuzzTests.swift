import Exports
import Testing

/// Mutated files are read or refused, never worse; every row read is used or rejected.
@Suite struct CSVFuzzTests {
  private struct Random: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return state ^ state >> 29
    }
  }

  private static let seeds = [
    "Uppdrags-ID;Typ;Beställt;Utfört;Status;Enhets-ID\nM-1;Byte;;2026-09-03;Utfört;E-1\n\"M\"\"2\";Service;;;Bokat;E-1\nSumma;2\n",
    "Besöks-ID,Personalnr,Enhets-ID,Brukarnr,Start,Slut,Startregistrering,Status\r\nB-1,P-1,E-1,K-1,2026-10-05 08:00,,Lås,Utfört\r\n",
    "Titel\n\nTelefon-ID\tEnhets-ID\tStatus\tTyp\tRegistrerad\tAvläst\nT-1\tE-1\tAktiv\tVikarie\t2026-01-01\t2026-10-31\n",
  ]

  @Test func survivesMutations() {
    var random = Random(state: 4711)
    let pieces: [[UInt8]] = [
      [0x22], [0x22, 0x22], [0x3B], [0x0A], [0x0D], [0x09], [0x2C], [0], [0xFF], [0xFE], [0xC3],
      [0xC3, 0x83, 0xC2, 0xA5],
      [0xEF, 0xBB, 0xBF], Array("sep=".utf8), Array("Summa".utf8), [UInt8](repeating: 0x3B, count: 300),
      Array("9999-12-31".utf8),
      Array("0001-01-01 00:00".utf8), [UInt8](repeating: 0x39, count: 60),
    ]
    for round in 0..<3000 {
      var bytes = Text.bytes(
        Self.seeds[round % Self.seeds.count], Text.Encoding.allCases.randomElement(using: &random) ?? .utf8)
      for _ in 0..<Int.random(in: 1...8, using: &random) where !bytes.isEmpty {
        let place = Int.random(in: 0..<bytes.count, using: &random)
        switch Int.random(in: 0..<4, using: &random) {
        case 0: bytes[place] = UInt8.random(in: 0...255, using: &random)
        case 1: bytes.removeSubrange(place..<min(bytes.count, place + Int.random(in: 1...20, using: &random)))
        case 2: bytes.insert(contentsOf: pieces.randomElement(using: &random) ?? [], at: place)
        default: bytes.insert(contentsOf: bytes[place..<min(bytes.count, place + 40)], at: 0)
        }
      }
      guard let reading = try? Text.read(bytes) else { continue }
      let admission = Admission([reading], asOf: 25_000)
      #expect(admission.tallies.allSatisfy { $0.read == $0.accepted + $0.rejected.reduce(0) { $0 + $1.count } })
      #expect(admission.tallies[0].accepted == reading.rows.count || reading.kind == .units)
    }
  }
}
