internal import CQREncode

/// A QR code (ISO/IEC 18004) of a text, drawn as one SVG path.
public struct QRCode: Sendable, Hashable {
  /// How many modules a side has, without the quiet zone of 4 that must stand around it.
  public let size: Int
  /// Horizontal strokes, one unit wide, through the dark modules: the top left one from (0, 0) to (1, 0).
  public let path: String

  /// nil for a text that is too long: more than 2,953 bytes.
  ///
  /// Error correction is of level L, which is enough for print that is not worn, and keeps the modules large.
  public init?(_ text: String) {
    guard !text.isEmpty, let code = QRcode_encodeString8bit(text, 0, QR_ECLEVEL_L) else { return nil }
    defer { QRcode_free(code) }
    size = Int(code.pointee.width)
    path = Self.path(UnsafeBufferPointer(start: code.pointee.data, count: size * size), size)
  }

  /// By bytes: ten thousand pages have one each.
  private static func path(_ modules: UnsafeBufferPointer<UInt8>, _ size: Int) -> String {
    var path: [UInt8] = []
    path.reserveCapacity(size * size * 3)
    func append(_ command: Unicode.Scalar, _ number: Int) {
      path.append(UInt8(ascii: command))
      if number >= 100 { path.append(UInt8(ascii: "0") + UInt8(number / 100)) }
      if number >= 10 { path.append(UInt8(ascii: "0") + UInt8(number / 10 % 10)) }
      path.append(UInt8(ascii: "0") + UInt8(number % 10))
    }
    for row in 0..<size {
      var end: Int?
      var column = 0
      while column < size {
        // The lowest bit tells dark from light.
        guard modules[row * size + column] & 1 == 1 else {
          column += 1
          continue
        }
        let start = column
        while column < size, modules[row * size + column] & 1 == 1 { column += 1 }
        if let end {
          append("m", start - end)
          append(" ", 0)
        } else {
          append("M", start)
          append(" ", row)
        }
        append("h", column - start)
        end = column
      }
    }
    return String(decoding: path, as: UTF8.self)
  }
}
