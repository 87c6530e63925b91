internal import CivilTime

/// The history as bytes to keep: lines of header, then each version's text, then a sum by which damage is seen.
extension FolderHistory {
  private static let name = "rutin-history 1"

  public func encoded() -> [UInt8] {
    var bytes = Array("\(Self.name)\n\(head)\n\(folder)\n\(versions.count)\n".utf8)
    for version in versions {
      bytes += Array(
        "\(version.recordedOn.iso)\n\(version.path)\n\(version.movedFrom ?? "")\n\(version.bytes.count)\n".utf8)
      bytes += version.bytes
    }
    return bytes + Array("\n\(Self.sum(bytes[...]))".utf8)
  }

  /// Nil when the bytes are not what `encoded` gave.
  public init?(_ bytes: [UInt8]) {
    guard let end = bytes.lastIndex(of: 0x0A), bytes[(end + 1)...].elementsEqual(Self.sum(bytes[..<end]).utf8) else {
      return nil
    }
    var rest = bytes[..<end]
    func line() -> String {
      let text = rest.prefix { $0 != 0x0A }
      rest = rest.dropFirst(text.count + 1)
      return String(decoding: text, as: UTF8.self)
    }
    guard line() == Self.name else { return nil }
    let (head, folder) = (line(), line())
    guard let count = Int(line()) else { return nil }
    var versions: [FileVersion] = []
    for _ in 0..<count {
      guard let day = CivilDate(iso: line()) else { return nil }
      let (path, from) = (line(), line())
      guard let length = Int(line()), (0...rest.count).contains(length) else { return nil }
      versions.append(
        FileVersion(
          path: path, bytes: Array(rest.prefix(length)), recordedOn: day, movedFrom: from.isEmpty ? nil : from))
      rest = rest.dropFirst(length)
    }
    self.init(head: head, folder: folder, versions: versions)
  }

  /// FNV-1a.
  private static func sum(_ bytes: ArraySlice<UInt8>) -> String {
    var sum: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in bytes { sum = (sum ^ UInt64(byte)) &* 0x100_0000_01B3 }
    return String(sum, radix: 16)
  }
}
