/// The secret by which samples are drawn: nobody without it can tell who will be drawn.
public struct SiteKey: Sendable {
  let bytes: [UInt8]

  public init(_ bytes: [UInt8]) { self.bytes = bytes }
}
