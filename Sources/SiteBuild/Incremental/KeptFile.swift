internal import Exports

/// A file of the work folder that may be lost at any time: nothing that fails here is more than lost time.
struct KeptFile {
  let path: String
  /// Begins the file; grows when what is written changes.
  private let version: UInt64

  init(_ path: String, version: UInt64) { (self.path, self.version) = (path, version) }

  func write(_ content: (inout CacheWriter) -> Void) {
    var bytes: [UInt8] = []
    var writer = CacheWriter { bytes.append(contentsOf: $0) }
    writer.add(version)
    content(&writer)
    writer.finish()
    try? WorkFolder.replace(path, with: bytes, mode: 0o600)
  }

  /// nil when there is no such file, or one of another version.
  func read<Value>(
    _ content: (inout CacheReader) throws(DamagedCache) -> Value?
  ) throws(DamagedCache) -> Value? {
    guard let bytes = try? bytes(ofFile: path, limit: 1 << 30) else { return nil }
    var reader = try CacheReader(MemoryBytes(bytes))
    guard try reader.word() == version else { return nil }
    return try content(&reader)
  }
}
