import Documents
import Glibc
import Diagnostics
import JSON

for path in CommandLine.arguments.dropFirst() {
  guard let file = fopen(path, "r") else { continue }
  var bytes = [UInt8](repeating: 0, count: 1 << 20)
  let n = fread(&bytes, 1, bytes.count, file)
  let document = DocumentReader.read(Array(bytes[..<n]), file: path)
  print(document.json(in: .swedish).text())
  print(String(decoding: document.body.html, as: UTF8.self))
}
