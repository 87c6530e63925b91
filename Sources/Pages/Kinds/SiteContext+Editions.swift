internal import CivilTime
internal import Differences
internal import Documents
internal import HTML
internal import Handbook
internal import Theming

extension SiteContext {
  /// A routine's editions, latest first; none for a routine without a history to tell.
  func editionRecords(of routine: Int) -> [Record] {
    let editions = library.recordedEditions[routine] ?? []
    guard editions.count > 1 || editions.contains(where: { !$0.reviews.isEmpty }) else { return [] }
    return editions.indices.reversed().map { editionEntry(routine, $0) }
  }

  /// When each edition began to apply, where that is known, and where the edition is read.
  func editionStarts(of routine: Int) -> [(day: CivilDate, address: String)] {
    let all = library.editions(of: routine)
    return all.indices.compactMap { index in
      let page = index == all.count - 1 ? PlannedPage.routine(routine) : .edition(routine: routine, index)
      return all[index].start.map { ($0, plan.address(of: page)) }
    }
  }

  private func editions(_ routine: Int) -> [Edition] { library.recordedEditions[routine] ?? [] }

  private func editionEntry(_ routine: Int, _ index: Int) -> Record {
    let all = editions(routine)
    let edition = all[index]
    let front = edition.document.frontMatter
    let isCurrent = index == all.count - 1
    let page = isCurrent ? PlannedPage.routine(routine) : .edition(routine: routine, index)
    let significance = front.significance.map {
      strings[$0 == .significant ? "editions.significant" : "editions.editorial"]
    }
    return Record(
      PageSchemas.editionEntry,
      [
        "label": .text(label(edition, index)), "date": Value(edition.date?.iso),
        "decidedBy": Value(shownDecider(edition.document.facts.decidedBy)?.value), "note": Value(front.changeNote),
        "significance": Value(significance), "address": .text(plan.address(of: page)), "current": .flag(isCurrent),
        "reviews": .texts(edition.reviews.map(\.iso)),
        "changes": Value(
          index == 0
            ? nil : plan.address(of: .difference(routine: routine, from: index - 1, to: index))),
      ])
  }

  /// "Utgåva 2", else by its date, else by its place.
  private func label(_ edition: Edition, _ index: Int) -> String {
    if let number = edition.document.frontMatter.edition {
      return strings.formatted("editions.number", ["number": number])
    }
    if let date = edition.date?.iso { return strings.formatted("editions.decided", ["date": date]) }
    return strings.formatted("editions.ordinal", ["number": "\(index + 1)"])
  }

  func editionRecord(_ routine: Int, _ index: Int) -> Record {
    let document = editions(routine)[index].document
    return Record(
      PageSchemas.edition,
      [
        "title": .text(document.title), "site": .record(site), "crumbs": crumbs(way(to: routine)),
        "item": .record(items[routine]), "edition": .record(editionEntry(routine, index)),
        "facts": .records(factRecords(of: document)), "contents": .records(contents(of: document)),
        "body": .markup(earlierBody(of: document)), "editions": .records(editionRecords(of: routine)),
        "differences": .records(differenceLinks(of: routine) { $0 == index || $1 == index }),
      ])
  }

  private func way(to routine: Int) -> (String, String) {
    (library.routines[routine].title, library.routines[routine].address)
  }

  private func differenceLinks(of routine: Int, where isWanted: (Int, Int) -> Bool) -> [Record] {
    let all = editions(routine)
    return plan.differences(of: routine).filter { isWanted($0.from, $0.to) }.map { from, to in
      link(
        strings.formatted("editions.pair", ["from": label(all[from], from), "to": label(all[to], to)]),
        plan.address(of: .difference(routine: routine, from: from, to: to)))
    }
  }

  /// What an earlier text led to may be gone: only links out of the site are kept.
  private func earlierBody(of document: Document) -> Markup {
    document.body.filled { slot, out in
      var markup = Markup()
      switch slot {
      case .open(let index):
        guard Self.isWeb(document.references[index].target) else { return }
        markup.append(literal: "<a")
        markup.append(attribute: "href", document.references[index].target)
        markup.append(literal: ">")
      case .close(let index):
        if Self.isWeb(document.references[index].target) { markup.append(literal: "</a>") }
      case .image(let index): markup.append(text: document.references[index].text)
      case .component(let index):
        markup.append(literal: "<pre><code>")
        markup.append(text: document.components[index].source)
        markup.append(literal: "</code></pre>")
      }
      out.append(contentsOf: markup.bytes)
    }
  }

  // MARK: Differences

  func differenceRecord(_ routine: Int, _ from: Int, _ to: Int) -> Record {
    let (old, new) = (editions(routine)[from].document, editions(routine)[to].document)
    let facts = Difference(from: factText(of: old), to: factText(of: new))
    let text = Difference(
      from: Self.text(old.textLines()), to: Self.text(new.textLines()))
    return Record(
      PageSchemas.difference,
      [
        "title": .text(new.title), "site": .record(site), "crumbs": crumbs(way(to: routine)),
        "item": .record(items[routine]), "from": .record(editionEntry(routine, from)),
        "to": .record(editionEntry(routine, to)), "facts": .records(lines(of: facts)),
        "lines": .records(lines(of: text)), "same": .flag(text.isEmpty),
        "differences": .records(differenceLinks(of: routine) { !($0 == from && $1 == to) }),
      ])
  }

  private func factText(of document: Document) -> String {
    Self.text(shownFacts(of: document).filter { !$0.value.isEmpty }.map { "\($0.label): \($0.value)" })
  }

  /// Each line with its end, the last one too.
  private static func text(_ lines: [String]) -> String { lines.map { $0 + "\n" }.joined() }

  /// How many unchanged lines are shown on either side of a change.
  private static let context = 2

  private func lines(of difference: Difference) -> [Record] {
    let lines = difference.lines
    let isChanged = lines.map { line in line.contains { $0.change != .kept } }
    let isShown = lines.indices.map { index in
      isChanged[max(0, index - Self.context)...min(lines.count - 1, index + Self.context)].contains(true)
    }
    var records: [Record] = []
    var index = 0
    while index < lines.count {
      let end = lines.indices[index...].first { isShown[$0] } ?? lines.count
      if end > index {
        records.append(skipped(end - index))
        index = end
        continue
      }
      records.append(record(of: lines[index], isChanged: isChanged[index]))
      index += 1
    }
    return records
  }

  private func skipped(_ count: Int) -> Record {
    let key = count == 1 ? "editions.skipped.one" : "editions.skipped.other"
    return Record(
      PageSchemas.line,
      [
        "words": .records([]), "heading": .flag(false), "changed": .flag(false),
        "skipped": .text(strings.formatted(key, ["count": "\(count)"])),
      ])
  }

  private func record(of line: [Difference.Part], isChanged: Bool) -> Record {
    var line = line
    let isHeading = line.first?.text.hasPrefix("# ") == true
    for index in line.indices where line[index].text.hasPrefix("# ") { line[index].text.removeFirst(2) }
    return Record(
      PageSchemas.line,
      [
        "words": .records(
          line.filter { !$0.text.isEmpty }.map { part in
            Record(
              PageSchemas.words,
              [
                "text": .text(part.text), "inserted": .flag(part.change == .inserted),
                "removed": .flag(part.change == .removed),
              ])
          }),
        "heading": .flag(isHeading), "changed": .flag(isChanged), "skipped": Value(String?.none),
      ])
  }
}
