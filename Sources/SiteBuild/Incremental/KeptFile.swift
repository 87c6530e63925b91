internal import Exports

/// A file of the work folder that may be lost at any time: nothing that fails here is more than lost time.
struct KeptFile {
  private let work: WorkFolder
  private let name: String
  /// Begins the file; grows when what is written changes.
  private let version: UInt64

  init(_ name: String, in work: WorkFolder, version: UInt64) {
    (self.name, self.work, self.version) = (name, work, version)
  }

  private var path: String { work.path + "/" + name }

  func remove() { work.remove(path) }

  func write(_ content: (inout CacheWriter) -> Void) {
    var bytes: [UInt8] = []
    var writer = CacheWriter { bytes.append(contentsOf: $0) }
    writer.add(version)
    content(&writer)
    writer.finish()
    try? work.keep(bytes, as: path)
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
