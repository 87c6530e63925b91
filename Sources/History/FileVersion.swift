public import CivilTime

/// A file as it once was.
public struct FileVersion: Sendable, Hashable {
  /// Below the folder that the history is of.
  public var path: String
  public var bytes: [UInt8]
  /// The day in Stockholm on which it was committed.
  public var recordedOn: CivilDate
  /// Where the same file lay before, when this is where it was moved.
  public var movedFrom: String?

  public init(path: String, bytes: [UInt8], recordedOn: CivilDate, movedFrom: String? = nil) {
    (self.path, self.bytes, self.recordedOn, self.movedFrom) = (path, bytes, recordedOn, movedFrom)
  }
}
