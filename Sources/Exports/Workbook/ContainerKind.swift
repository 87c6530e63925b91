/// What the first and last bytes of a file tell, before any library sees it.
enum ContainerKind {
  /// Throws unless the bytes are a zip archive with an end and at most `limits.entries` files.
  static func check(_ bytes: [UInt8], limits: WorkbookLimits) throws(WorkbookFault) {
    if bytes.isEmpty { throw .empty }
    if bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]) {
      // Excel keeps a workbook with a password in the container of the old format.
      throw contains(bytes.prefix(8 << 20), utf16: "EncryptedPackage") ? .encrypted : .oldFormat
    }
    guard bytes.starts(with: Array("PK".utf8)) else { throw looksLikeText(bytes) ? .text : .notAWorkbook }
    try checkEnd(bytes, limits: limits)
  }

  /// libzip may take any end record in the last 64 kB, so all of them are looked at.
  private static func checkEnd(_ bytes: [UInt8], limits: WorkbookLimits) throws(WorkbookFault) {
    let recordLength = 22
    var position = bytes.count - recordLength
    var isEnded = false
    let last = max(0, bytes.count - recordLength - 0xFFFF)
    while position >= last {
      if signature(bytes, position) == 0x0605_4B50 {
        isEnded = true
        var count = max(number(bytes, position + 8, 2), number(bytes, position + 10, 2))
        var size = number(bytes, position + 12, 4)
        if signature(bytes, position - 20) == 0x0706_4B50 {
          let wide = number(bytes, position - 12, 8)
          if signature(bytes, wide) == 0x0606_4B50 {
            let wideCount = max(number(bytes, wide + 24, 8), number(bytes, wide + 32, 8))
            count = count == 0xFFFF ? wideCount : max(count, wideCount)
            let wideSize = number(bytes, wide + 40, 8)
            size = size == 0xFFFF_FFFF ? wideSize : max(size, wideSize)
          }
        }
        if count > limits.entries || size > limits.directory { throw .tooLarge(.entries) }
      }
      position -= 1
    }
    if !isEnded { throw .cutShort }
  }

  private static func signature(_ bytes: [UInt8], _ offset: Int) -> Int {
    number(bytes, offset, 4)
  }

  /// A little-endian number; -1 outside the bytes, `Int.max` when it does not fit.
  private static func number(_ bytes: [UInt8], _ offset: Int, _ length: Int) -> Int {
    guard offset >= 0, offset <= bytes.count - length else { return -1 }
    var value: UInt64 = 0
    for index in (0..<length).reversed() { value = value << 8 | UInt64(bytes[offset + index]) }
    return Int(clamping: value)
  }

  private static func contains(_ bytes: ArraySlice<UInt8>, utf16 text: String) -> Bool {
    let wanted = text.utf16.flatMap { [UInt8(truncatingIfNeeded: $0), UInt8(truncatingIfNeeded: $0 >> 8)] }
    // Names in the container begin on multiples of 128 bytes.
    return stride(from: bytes.startIndex, to: bytes.endIndex - wanted.count, by: 128).contains { start in
      bytes[start..<start + wanted.count].elementsEqual(wanted)
    }
  }

  private static func looksLikeText(_ bytes: [UInt8]) -> Bool {
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) { return true }
    return !bytes.prefix(4096).contains { $0 < 0x09 || (0x0E..<0x20).contains($0) }
  }
}
