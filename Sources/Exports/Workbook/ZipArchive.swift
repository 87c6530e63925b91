internal import CZip

/// The parts of a zip archive by name; the one file that touches libzip.
struct ZipArchive: ~Copyable {
  struct Part: Hashable {
    fileprivate var index: UInt64
    /// As the directory of the archive has it.
    var name: String
    var size: Int
    var packedSize: Int
    var isEncrypted: Bool
  }

  private let handle: OpaquePointer
  /// libzip reads from here as long as the archive is open.
  private let bytes: UnsafeMutableRawBufferPointer
  /// By `key(of:)`.
  let parts: [String: Part]

  init(_ bytes: [UInt8], limits: WorkbookLimits) throws(WorkbookFault) {
    try ContainerKind.check(bytes, limits: limits)
    let copy = UnsafeMutableRawBufferPointer.allocate(byteCount: bytes.count, alignment: 16)
    copy.copyBytes(from: bytes)
    guard let handle = Self.open(copy) else {
      copy.deallocate()
      throw .cutShort
    }
    self.handle = handle
    self.bytes = copy
    parts = Self.parts(in: handle, packedLimit: copy.count)
  }

  deinit {
    zip_discard(handle)
    bytes.deallocate()
  }

  private static func open(_ bytes: UnsafeMutableRawBufferPointer) -> OpaquePointer? {
    guard let source = zip_source_buffer_create(bytes.baseAddress, UInt64(bytes.count), 0, nil) else { return nil }
    var error = zip_error_t()
    defer { zip_error_fini(&error) }
    if let handle = zip_open_from_source(source, ZIP_RDONLY, &error) { return handle }
    zip_source_free(source)
    return nil
  }

  private static func parts(in handle: OpaquePointer, packedLimit: Int) -> [String: Part] {
    var parts: [String: Part] = [:]
    for index in 0..<UInt64(max(0, zip_get_num_entries(handle, 0))) {
      var status = zip_stat_t()
      guard zip_stat_index(handle, index, zip_flags_t(ZIP_FL_ENC_RAW), &status) == 0, let name = status.name else {
        continue
      }
      let part = Part(
        index: index, name: String(cString: name), size: Int(clamping: status.size),
        packedSize: min(Int(clamping: status.comp_size), packedLimit),
        isEncrypted: status.encryption_method != ZIP_EM_NONE)
      let key = key(of: part.name)
      if parts[key] == nil { parts[key] = part }
    }
    return parts
  }

  /// Names of parts differ neither by case nor by the kind of slash.
  static func key(of name: String) -> String {
    let bytes = name.utf8.map { byte in
      switch byte {
      case UInt8(ascii: "\\"): UInt8(ascii: "/")
      case UInt8(ascii: "A")...UInt8(ascii: "Z"): byte | 0x20
      default: byte
      }
    }
    return String(decoding: bytes.drop { $0 == UInt8(ascii: "/") }, as: UTF8.self)
  }

  /// The unpacked bytes of a part, from its beginning; at most one at a time.
  func open(_ part: Part) throws(WorkbookFault) -> Stream {
    if part.isEncrypted { throw .encrypted }
    guard let file = zip_fopen_index(handle, part.index, 0) else { throw .damaged(part: part.name) }
    return Stream(file, part)
  }

  /// A part that is being unpacked.
  struct Stream: ~Copyable {
    private let handle: OpaquePointer
    private let part: Part
    private(set) var count = 0

    fileprivate init(_ handle: OpaquePointer, _ part: Part) {
      self.handle = handle
      self.part = part
    }

    deinit { zip_fclose(handle) }

    /// Fills the buffer and says how much was read; 0 at the end, when the checksum was right.
    mutating func read(into buffer: UnsafeMutableRawBufferPointer) throws(WorkbookFault) -> Int {
      let read = Int(zip_fread(handle, buffer.baseAddress, UInt64(buffer.count)))
      if read < 0 { throw .damaged(part: part.name) }
      count += read
      // What the archive says of a part was weighed against the limits before; it must be true.
      if count > part.size { throw .damaged(part: part.name) }
      return read
    }
  }
}
