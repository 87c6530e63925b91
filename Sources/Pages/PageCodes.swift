internal import QRCode
internal import Synchronization
internal import Theming

/// The codes of routines' pages, each drawn once: a routine's checklists and binder have the same one.
final class PageCodes: Sendable {
  private let known = Mutex<[String: Record]>([:])

  /// nil for an address too long for a code.
  func code(of address: String) -> Record? {
    if let code = known.withLock({ $0[address] }) { return code }
    guard let code = QRCode(address) else { return nil }
    let record = Record(
      PageSchemas.code, ["address": .text(address), "side": .number(code.size + 8), "path": .text(code.path)])
    known.withLock { $0[address] = record }
    return record
  }
}
