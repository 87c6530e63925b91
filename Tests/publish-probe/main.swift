import Diagnostics
import Glibc
import SiteBuild

// publish-probe OUTPUT NUMBER FILES BYTES [jobs:N | as-user:UID | largest-file:BYTES | power-cut:1]...
//
// Publishes a site whose every file says which site it belongs to, so that a mixture of two shows. Prints its times.
let words = CommandLine.arguments
guard words.count >= 5, let number = Int(words[2]), let files = Int(words[3]), let bytes = Int(words[4]) else {
  exit(2)
}
var durability = SitePublisher.Durability.crash
var jobs = 2
for word in words.dropFirst(5) {
  let parts = word.split(separator: ":")
  switch (parts.first, parts.last.flatMap { UInt($0) }) {
  case ("jobs", let count?): jobs = Int(count)
  case ("power-cut", _): durability = .powerCut
  case ("as-user", let user?): setuid(uid_t(user))
  case ("largest-file", let limit?):
    signal(SIGXFSZ, SIG_IGN)
    var size = rlimit(rlim_cur: limit, rlim_max: limit)
    setrlimit(__rlimit_resource_t(RLIMIT_FSIZE.rawValue), &size)
  default: exit(2)
  }
}

let site = (0..<files).map { index in
  let line = "site \(number) file \(index)\n"
  let text = String(repeating: line, count: bytes / line.utf8.count + 1)
  return SiteFile(path: "folder-\(index % 61)/page-\(index).html", bytes: Array(text.utf8))
}

func milliseconds() -> Int {
  var time = timespec()
  clock_gettime(CLOCK_MONOTONIC, &time)
  return time.tv_sec * 1000 + time.tv_nsec / 1_000_000
}

do {
  let start = milliseconds()
  let publisher = try SitePublisher(output: words[1], jobs: jobs)
  try publisher.write(site)
  let written = milliseconds()
  _ = try publisher.publish(durability)
  print("write \(written - start) ms, publish \(milliseconds() - written) ms")
} catch {
  print(error.report(in: .english))
  exit(2)
}
