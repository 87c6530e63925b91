internal import Exports

/// Every file of a site with a hash of its bytes.
struct Manifest: Sendable {
  struct File: Sendable {
    var path: String
    var hash: ContentHash
  }

  /// In the order in which they are made, which is the same for the same site.
  let files: [File]
  /// Stands for the whole site: the same for the same files.
  let digest: ContentHash

  init(_ files: [File]) {
    self.files = files
    var bytes: [UInt8] = []
    for file in self.files {
      bytes.append(contentsOf: file.path.utf8)
      bytes.append(0)
      for word in [file.hash.high, file.hash.low] {
        withUnsafeBytes(of: word.littleEndian) { bytes.append(contentsOf: $0) }
      }
    }
    digest = ContentHash(of: bytes)
  }

  var byPath: [String: ContentHash] {
    Dictionary(files.map { ($0.path, $0.hash) }) { first, _ in first }
  }
}

extension Manifest {
  func write(to writer: inout CacheWriter) {
    writer.add(files.count)
    for file in files {
      writer.add(file.path)
      writer.add(file.hash.high)
      writer.add(file.hash.low)
    }
  }

  init(from reader: inout CacheReader) throws(DamagedCache) {
    self.init(
      try reader.list { reader throws(DamagedCache) in
        File(path: try reader.text(), hash: ContentHash(high: try reader.word(), low: try reader.word()))
      })
  }
}
