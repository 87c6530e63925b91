import CivilTime
import Diagnostics
import Exports
import Glibc
import Statistics

// Counts all figures of a folder of exports; prints them, or how long it took.
// FigureBench FOLDER AS-OF [--jobs N] [--periods month|halfyear|all] [--time] [--log]

func seconds() -> Double {
  var now = timespec()
  clock_gettime(CLOCK_MONOTONIC, &now)
  return Double(now.tv_sec) + Double(now.tv_nsec) / 1e9
}

func names(in folder: String) -> [String] {
  guard let directory = opendir(folder) else { return [] }
  defer { closedir(directory) }
  var names: [String] = []
  while let entry = readdir(directory) {
    let name = withUnsafeBytes(of: entry.pointee.d_name) { bytes in
      String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
    }
    if name.hasSuffix(".csv") { names.append(name) }
  }
  return names.sorted()
}

func option(_ name: String) -> String? {
  guard let place = CommandLine.arguments.firstIndex(of: name) else { return nil }
  return CommandLine.arguments.dropFirst(place + 1).first
}

let arguments = CommandLine.arguments
guard arguments.count >= 3, let asOf = CivilDate(iso: arguments[2]) else {
  print("FigureBench FOLDER AS-OF [--jobs N] [--periods month|halfyear|all] [--time] [--log]")
  exit(2)
}
let jobs = option("--jobs").flatMap { Int($0) } ?? 2
let begin = seconds()
var readings: [FileReading] = []
var faults: [Diagnostic] = []
let reader = ExportReader(key: .random(), jobs: jobs, scratch: option("--scratch").flatMap { ScratchFile(folder: $0) })
for name in names(in: arguments[1]) {
  guard let bytes = FileBytes(path: arguments[1] + "/" + name) else { continue }
  do throws(ExportFault) {
    readings.append(try reader.read(ExportFile(name: name, bytes: bytes)))
  } catch {
    faults.append(error.diagnostic)
  }
}
let read = seconds()
var request = FigureRequest(asOf: asOf)
request.jobs = jobs
if let kind = option("--periods").flatMap({ PeriodKind(rawValue: $0) }) { request.periods = [kind] }
let figures = Figures(of: readings, request)
let end = seconds()
if arguments.contains("--log") {
  for diagnostic in faults + figures.diagnostics { print(diagnostic.report(in: .swedish)) }
} else if arguments.contains("--time") {
  var usage = rusage()
  getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
  print(
    "read \(read - begin) s, count \(end - read) s, all \(end - begin) s, peak \(usage.ru_maxrss / 1024) MB,",
    "processor \(Double(usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) + Double(usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) / 1e6) s"
  )
  print("rows \(figures.rows.count), files \(figures.files.map { "\($0.name) \($0.accepted)/\($0.read)" })")
} else {
  print(figures.rows.csv(), terminator: "")
}
