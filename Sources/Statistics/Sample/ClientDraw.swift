internal import CMessageDigest
public import CivilTime

/// The draw of a few clients of one provider and month: those whose keyed hashes are the smallest (`measures.md` 22).
///
/// The hash is SHA-256 of the key's bytes, the provider's id, a zero byte, the month as `YYYY-MM`, a zero byte and the
/// client's id, texts in UTF-8; hashes are compared as bytes. So a second draw is the same, in whatever order clients come.
public struct ClientDraw: Sendable {
  private let prefix: [UInt8]
  private let size: Int
  private var tickets: [Ticket] = []

  private struct Ticket: Sendable {
    var digest: [UInt8]
    var hash: UInt64
    var client: String
  }

  public init(_ size: Int, key: SiteKey, provider: String, month: CivilMonth) {
    self.size = size
    prefix = key.bytes + Array(provider.utf8) + [0] + Array(month.iso.utf8) + [0]
  }

  /// The clients drawn so far, in byte order of their ids; `hash` is the one that they were offered with.
  public var drawn: [(hash: UInt64, client: String)] {
    tickets.map { ($0.hash, $0.client) }.sorted { $0.client.utf8.lexicographicallyPrecedes($1.client.utf8) }
  }

  /// Takes part with a client; one that comes again changes nothing.
  public mutating func offer(_ client: String, hash: UInt64) {
    let ticket = Ticket(digest: Self.sha256(prefix + Array(client.utf8)), hash: hash, client: client)
    guard !tickets.contains(where: { $0.digest == ticket.digest }) else { return }
    let place = tickets.firstIndex { ticket.digest.lexicographicallyPrecedes($0.digest) } ?? tickets.count
    tickets.insert(ticket, at: place)
    if tickets.count > size { tickets.removeLast() }
  }

  static func sha256(_ bytes: [UInt8]) -> [UInt8] {
    var context = SHA2_CTX()
    SHA256Init(&context)
    SHA256Update(&context, bytes, bytes.count)
    var digest = [UInt8](repeating: 0, count: Int(SHA256_DIGEST_LENGTH))
    SHA256Final(&digest, &context)
    return digest
  }
}
