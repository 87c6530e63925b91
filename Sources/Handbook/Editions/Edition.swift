public import CivilTime
public import Documents

/// A document as it once was, before it is known which routine it belongs to.
public struct EarlierDocument: Sendable {
  public var document: Document
  /// When it was put into the history; nil for a file of `editions/`.
  public var recordedOn: CivilDate?
  /// Where the file lay before, when this is where it was moved.
  public var movedFrom: String?

  public init(_ document: Document, recordedOn: CivilDate? = nil, movedFrom: String? = nil) {
    (self.document, self.recordedOn, self.movedFrom) = (document, recordedOn, movedFrom)
  }
}

/// One decided wording of a routine.
///
/// A new number, date of decision, date of update or change note makes a new edition. Other changes correct the edition
/// that they are made in, and its last wording counts.
public struct Edition: Sendable {
  public var document: Document
  /// The last part of its address, unique among the routine's.
  public var slug = ""
  /// When its first wording was put into the history.
  public var recordedOn: CivilDate?
  /// Days on which it was looked through and left as it was.
  public var reviews: [CivilDate] = []
  /// When it was first recorded as replaced or withdrawn.
  public var setAsideOn: CivilDate?

  init(_ earlier: EarlierDocument) {
    document = earlier.document
    recordedOn = earlier.recordedOn
    take(earlier)
  }

  /// The day it was decided or last updated.
  public var date: PartialDate? {
    let dates = [document.facts.decidedOn.value, document.facts.updatedOn.value].compactMap { $0 }
    return dates.max { $0.lastDay < $1.lastDay }
  }

  /// The first day on which it may be followed; nil when nothing tells.
  public var start: CivilDate? { document.facts.validFrom.value?.firstDay ?? date?.firstDay ?? recordedOn }

  /// Takes in a later wording when it is of the same edition.
  mutating func absorb(_ later: EarlierDocument) -> Bool {
    guard Key(later.document) == Key(document) else { return false }
    document = later.document
    take(later)
    return true
  }

  private mutating func take(_ wording: EarlierDocument) {
    let front = wording.document.frontMatter
    if let day = front.reviewedOn, !reviews.contains(day) { reviews.append(day) }
    let isSetAside = front.status == .replaced || front.status == .withdrawn
    setAsideOn = isSetAside ? setAsideOn ?? wording.recordedOn : nil
  }

  private struct Key: Equatable {
    var number: String?
    var decided: PartialDate?
    var updated: PartialDate?
    var note: String?

    init(_ document: Document) {
      number = document.frontMatter.edition
      decided = document.facts.decidedOn.value
      updated = document.facts.updatedOn.value
      note = document.frontMatter.changeNote
    }
  }
}
