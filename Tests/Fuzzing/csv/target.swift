// What libFuzzer calls: any bytes as a file of exports, read, kept and read again.
import Diagnostics
import Exports

private let key = IdentityKey(1, 2)

@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let bytes = Array(UnsafeBufferPointer(start: start, count: count))
  guard let way = bytes.first else { return 0 }
  let text = Array(bytes.dropFirst())
  // Seldom, so many rows that the file is read in parts, which must make no difference.
  if way == 0xFF, text.count > 16, text.reduce(0, &+) & 0x7F == 0 {
    let end = (text.lastIndex(of: 0x0A) ?? text.count - 1) + 1
    let first = (text.firstIndex(of: 0x0A) ?? -1) + 1
    let body = Array(text[first < end ? first..<end : 0..<end])
    var long = text
    while long.count < 1_200_000 { long += body }
    guard read(long, 0, jobs: 1) == read(long, 0, jobs: 3) else { fatalError("parts make a difference") }
  } else {
    _ = read(text, way, jobs: 1)
  }
  return 0
}

/// How many rows were read and accepted, for what reasons others were not; empty when the file is refused.
private func read(_ bytes: [UInt8], _ way: UInt8, jobs: Int) -> [Int] {
  var rules = ExportRules()
  if way & 1 == 1 { rules.dates.insert(.compact) }
  if way & 2 == 2 { rules.dates.insert(.withT) }
  if way & 4 == 4 { rules.dates.insert(.dayMonth) }
  let name = way & 8 == 8 ? "besok.csv" : "x.csv"
  do throws(ExportFault) {
    let file = ExportFile(name: name, bytes: MemoryBytes(bytes))
    let reading = try ExportReader(rules: rules, key: key, jobs: jobs).read(file)
    let figures = tally(reading)
    var kept: [UInt8] = []
    reading.write(key: key) { kept += $0 }
    guard let again = try? FileReading(cached: MemoryBytes(kept), name: name, key: key), tally(again) == figures else {
      fatalError("what was kept differs")
    }
    return figures
  } catch {
    if error.diagnostic.message.swedish.isEmpty || error.diagnostic.help == nil { fatalError("a fault without words") }
    return []
  }
}

private func tally(_ reading: FileReading) -> [Int] {
  let admission = Admission([reading], asOf: 25_000)
  guard let tally = admission.tallies.first else { fatalError("a file without a tally") }
  let rejected = tally.rejected.reduce(0) { $0 + $1.count }
  guard tally.read == tally.accepted + rejected, tally.accepted >= 0 else { fatalError("rows are lost") }
  guard reading.kind == .units || tally.accepted == reading.rows.count else { fatalError("rows are lost") }
  return [tally.read, tally.accepted] + tally.rejected.flatMap { [Int($0.reason.rawValue), $0.count] }
}
