import CivilTime
import Documents

/// What became of a document's words: source − all `before` + all `after` = page.
struct WordBalance {
  /// Words that the page has too few of.
  let lost: [String: Int]
  /// Words that the page has too many of.
  let added: [String: Int]
  /// Words of repairs that say "moved" and that are not found at the head of the page.
  let unplaced: [String]

  init(_ document: Document, source: String) {
    let before = document.repairs.reduce(WordBag()) { $0 + WordBag(source: $1.before) }
    let after = document.repairs.reduce(WordBag()) { $0 + WordBag(source: $1.after) }
    let difference = WordBag(source: source) - before + after - WordBag(page: document)
    lost = difference.counts.filter { $0.value > 0 }
    added = difference.counts.filter { $0.value < 0 }
    let head = WordBag(head: document)
    unplaced = document.repairs.filter { $0.action == .moved }
      .flatMap { WordBag(source: $0.before).words(missingIn: head) }
  }
}

extension WordBag {
  /// The words that are shown at the head or foot of a page, with the labels that stand before them.
  fileprivate init(head document: Document) {
    let facts = document.facts
    let front = document.frontMatter
    var texts: [String?] = [
      document.title, facts.decidedBy.raw, facts.createdBy.raw, facts.owner.raw, facts.replaces.raw, facts.kind.raw,
      facts.name.raw,
    ]
    texts += [facts.decidedOn.raw, facts.createdOn.raw, facts.updatedOn.raw, facts.validFrom.raw, facts.validTo.raw]
    texts += [facts.audience.raw, facts.subjects.raw, facts.organisation.raw]
    texts += facts.organisationContact.flatMap { [$0.label, $0.value] }
    texts += [front.id, front.edition, front.status?.rawValue, front.title, front.reviewBy?.iso, front.reviewedOn?.iso]
    texts +=
      front.operations + front.measures + [
        front.changeNote, front.significance?.rawValue, front.pagePer?.rawValue, front.order.map { "\($0)" },
      ]
    texts += [front.sourceTitle, front.sourceFile, front.sourceURL]
    for duty in front.followUps {
      texts += [duty.what, duty.who, duty.frequency, duty.from, duty.checklist] + duty.with + duty.reportsTo
    }
    self.init(plain: (texts.compactMap { $0 } + [Self.labels]).joined(separator: "\n"))
  }

  /// Words of labels and front matter keys, which the page has in its own words.
  private static let labels = """
    Dokumentet Dokument är beslutat beslutad beslutades Beslutad Beslutat eller godkänd fastställd Fastställd av upprättat Upprättat \
    upprättad den och uppdaterat Uppdaterat uppdaterad Uppdaterad Reviderad Beslutsdatum datum Gäller gäller från med till \
    tillsvidare ersätter Ersätter tidigare beslut Dokumentansvarig Ansvarig Ansvariga ansvarig förvaltning avdelning \
    Dokumenttyp Dokumentnamn Titel Målgrupp Ämnesord om Om dokumentet \
    title titel source_file source_url id utgåva typ status granskas senast verksamhet målgrupp ämnesord nyckeltal uppföljning \
    vad vem hur ofta checklista rapporteras ändringar betydelse sida per ordning
    """
}
