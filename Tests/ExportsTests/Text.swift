import Diagnostics
import Exports

/// Texts of exports as files, in whatever encoding.
enum Text {
  enum Encoding: CaseIterable {
    case utf8, utf8Mark, windows1252, utf16LittleMark, utf16BigMark, utf16Little
  }

  static func bytes(_ text: String, _ encoding: Encoding) -> [UInt8] {
    switch encoding {
    case .utf8: Array(text.utf8)
    case .utf8Mark: [0xEF, 0xBB, 0xBF] + Array(text.utf8)
    case .windows1252: text.unicodeScalars.map { UInt8(truncatingIfNeeded: $0.value) }
    case .utf16LittleMark: [0xFF, 0xFE] + bytes(text, .utf16Little)
    case .utf16BigMark: [0xFE, 0xFF] + text.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
    case .utf16Little: text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    }
  }

  static let key = IdentityKey(1, 2)

  static func read(
    _ text: String, as name: String = "fil.csv", rules: ExportRules = ExportRules(), encoding: Encoding = .utf8,
    jobs: Int = 1
  ) throws(ExportFault) -> FileReading {
    try read(bytes(text, encoding), as: name, rules: rules, jobs: jobs)
  }

  static func read(
    _ bytes: [UInt8], as name: String = "fil.csv", rules: ExportRules = ExportRules(), jobs: Int = 1
  ) throws(ExportFault) -> FileReading {
    try ExportReader(rules: rules, key: key, jobs: jobs).read(ExportFile(name: name, bytes: MemoryBytes(bytes)))
  }

  /// The code of the fault with which the text is refused, nil when it is read.
  static func refusal(_ bytes: [UInt8], as name: String = "fil.csv") -> Diagnostic.Code? {
    do throws(ExportFault) {
      _ = try read(bytes, as: name)
      return nil
    } catch {
      return error.diagnostic.code
    }
  }
}
