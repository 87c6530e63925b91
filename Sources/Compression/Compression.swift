internal import CBrotli
internal import CZlib

/// The encodings of HTTP that a file is stored in beside itself.
public enum Compression: String, Sendable, CaseIterable {
  case gzip = "gz"
  case brotli = "br"

  /// The same bytes each time: no name and no time is written.
  public func compress(_ bytes: [UInt8]) -> [UInt8] {
    switch self {
    case .gzip: Self.gzip(bytes)
    case .brotli: Self.brotli(bytes)
    }
  }

  private static func gzip(_ bytes: [UInt8]) -> [UInt8] {
    var stream = z_stream()
    // 16 more than the window's bits asks for gzip's header (zlib.h, deflateInit2).
    let status = deflateInit2_(
      &stream, Z_BEST_COMPRESSION, Z_DEFLATED, 15 + 16, 9, Z_DEFAULT_STRATEGY, ZLIB_VERSION,
      Int32(MemoryLayout<z_stream>.size))
    precondition(status == Z_OK, "zlib is out of memory")
    defer { deflateEnd(&stream) }
    return [UInt8](unsafeUninitializedCapacity: Int(deflateBound(&stream, UInt(bytes.count)))) { out, count in
      bytes.withUnsafeBufferPointer { input in
        stream.next_in = UnsafeMutablePointer(mutating: input.baseAddress)
        stream.avail_in = UInt32(input.count)
        stream.next_out = out.baseAddress
        stream.avail_out = UInt32(out.count)
        precondition(deflate(&stream, Z_FINISH) == Z_STREAM_END, "zlib's own bound was too small")
      }
      count = Int(stream.total_out)
    }
  }

  /// The best quality is many times slower than this for a hundredth of the size.
  private static let brotliQuality: Int32 = 9
  /// With a larger window brotli clears 32 MB of tables for each file, which takes twenty times as long as a page.
  private static let smallWindow: Int32 = 16

  private static func brotli(_ bytes: [UInt8]) -> [UInt8] {
    [UInt8](unsafeUninitializedCapacity: BrotliEncoderMaxCompressedSize(bytes.count) + 16) { out, count in
      count = out.count
      let window = bytes.count <= 1 << smallWindow ? smallWindow : BROTLI_DEFAULT_WINDOW
      let isDone = bytes.withUnsafeBufferPointer { input in
        BrotliEncoderCompress(
          brotliQuality, window, BROTLI_MODE_TEXT, input.count, input.baseAddress, &count,
          out.baseAddress)
      }
      precondition(isDone == BROTLI_TRUE, "brotli is out of memory")
    }
  }
}
