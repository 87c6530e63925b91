import CivilTime
import Diagnostics
import Documents
import Glibc
import JSON
import SiteBuild
import Theming

// Temporary driver.
func slurp(_ path: String) -> [UInt8] {
  guard let file = fopen(path, "r") else { return [] }
  defer { fclose(file) }
  var out: [UInt8] = []
  var buffer = [UInt8](repeating: 0, count: 1 << 16)
  while true {
    let n = fread(&buffer, 1, buffer.count, file)
    if n == 0 { return out }
    out += buffer[..<n]
  }
}
func list(_ folder: String, _ prefix: String = "") -> [String] {
  guard let dir = opendir(folder) else { return [] }
  defer { closedir(dir) }
  var found: [String] = []
  while let entry = readdir(dir) {
    let name = withUnsafePointer(to: entry.pointee.d_name) { $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) } }
    if name.hasPrefix(".") { continue }
    if entry.pointee.d_type == UInt8(DT_DIR) { found += list(folder + "/" + name, prefix + name + "/") } else { found.append(prefix + name) }
  }
  return found.sorted()
}
let arguments = CommandLine.arguments
if arguments.count > 1, arguments[1] == "build" {
  func option(_ name: String, _ fallback: String) -> String {
    arguments.firstIndex(of: name).map { arguments[$0 + 1] } ?? fallback
  }
  let content = option("--content", "content"), theme = "themes/" + option("--theme", "intranet"), output = option("--output", "output")
  let sources = SiteSources(
    content: list(content).map { .init(path: $0, bytes: slurp(content + "/" + $0)) },
    theme: list(theme).map { ThemeFile(path: $0, file: theme + "/" + $0, bytes: slurp(theme + "/" + $0)) })
  let maker = SiteMaker(SiteOptions(asOf: CivilDate(iso: option("--as-of", "2026-11-20"))!, jobs: 1))
  let checked = maker.check(sources)
  for d in checked.diagnostics { print(d.report(in: .swedish)) }
  print(checked.diagnostics.errorCount, "errors", checked.diagnostics.warningCount, "warnings")
  for file in maker.render(checked) {
    let path = output + "/" + file.path
    var at = path.startIndex
    while let slash = path[at...].firstIndex(of: "/") {
      mkdir(String(path[..<slash]), 0o755)
      at = path.index(after: slash)
    }
    if let out = fopen(path, "w") {
      fwrite(file.bytes, 1, file.bytes.count, out)
      fclose(out)
    }
  }
} else {
  for path in arguments.dropFirst() {
    let document = DocumentReader.read(slurp(path), file: path)
    print(document.json(in: .swedish).text())
    print(String(decoding: document.body.html, as: UTF8.self))
  }
}
