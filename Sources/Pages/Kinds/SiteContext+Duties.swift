internal import CivilTime
internal import Dashboards
internal import Documents
internal import Handbook
internal import ICalendar
internal import Swedish
internal import Theming

extension SiteContext {
  private static let upcomingLimit = 5
  /// How many dates a page has of one duty, so that a browser can tell the next for a year without a rebuild.
  private static let datesKept = 12

  /// Months of a year from the as-of date.
  func calendarRecord() -> Record {
    let last = library.asOf.adding(years: 1)
    let year = occurrences.filter { $0.occurrence.due <= last }
    var months: [(name: String, occurrences: [DutyDate])] = []
    for date in year {
      let name = CivilMonth(containing: date.occurrence.due).iso
      if months.last?.name != name { months.append((name, [])) }
      months[months.count - 1].occurrences.append(date)
    }
    let named = Set(year.flatMap { roles(of: $0.duty) })
    let areas = Set(year.flatMap { library.routines[$0.duty.routine].areas })
    return Record(
      PageSchemas.calendar,
      [
        "title": .text(strings["page.calendar"]), "site": .record(site), "crumbs": crumbs(),
        "months": .records(
          months.map { month in
            Record(
              PageSchemas.month,
              ["name": .text(month.name), "dates": .records(month.occurrences.map { dutyDate($0) })])
          }),
        "roles": .records(named.sorted().map { option(library.roles[$0].name, library.roles[$0].slug) }),
        "areas": .records(areas.sorted().map { option(library.areas[$0].name, library.areas[$0].slug) }),
        "calendars": .records(calendars.map { link($0.name, $0.path) }),
        "unitCalendars": .records(unitCalendars.map { link($0.name, $0.path) }), "strip": Value(dutyStrip),
      ])
  }

  var upcoming: Value { .records(occurrences.prefix(Self.upcomingLimit).map { dutyDate($0) }) }

  func option(_ text: String, _ value: String) -> Record {
    Record(PageSchemas.option, ["text": .text(text), "value": .text(value)])
  }

  private func dutyDate(_ date: DutyDate) -> Record {
    Record(
      PageSchemas.dutyDate,
      [
        "day": .text(date.occurrence.due.iso), "period": .text(date.occurrence.period.iso),
        "what": .text(date.duty.followUp.what), "who": .text(date.duty.followUp.who),
        "roles": .texts(roles(of: date.duty).map { library.roles[$0].slug }),
        "areas": .texts(library.routines[date.duty.routine].areas.map { library.areas[$0].slug }),
        "routine": .record(items[date.duty.routine]),
      ])
  }

  // MARK: One duty

  /// The next dates of a follow-up, the nearest first.
  func nextDates(of followUp: FrontMatter.FollowUp, _ routine: Int) -> [String] {
    let duty = dutiesByRoutine[routine]?.first { $0.followUp == followUp }
    return duty?.occurrences.prefix(Self.datesKept).map(\.due.iso) ?? []
  }

  /// How a follow-up was done during the last year; nil when nothing has fallen due.
  func fulfilment(of followUp: FrontMatter.FollowUp, _ routine: Int) -> String? {
    let past = library.occurrences(
      of: followUp, routine, in: library.asOf.adding(years: -1)...library.asOf.adding(days: -1))
    guard !past.isEmpty else { return nil }
    guard let done = log?.fulfilment(followUp.what, of: past) else { return strings["duty.unreported"] }
    return strings.formatted(
      "duty.done", ["onTime": "\(done.onTime)", "late": "\(done.late)", "unreported": "\(done.unreported)"])
  }

  /// Indices of the roles that take part.
  func roles(of duty: Duty) -> [Int] {
    rolesByDuty[DutyPlace(routine: duty.routine, number: duty.number)] ?? []
  }

  // MARK: Calendars to subscribe to

  struct DutyCalendar {
    var name: String
    var path: String
    var duties: [Duty]
  }

  static func calendarPath(ofRole slug: String) -> String { "kalender/roll-\(slug).ics" }
  static func calendarPath(ofArea slug: String) -> String { "kalender/omrade-\(slug).ics" }

  /// One of everything, one for each role and area that has dates.
  var calendars: [DutyCalendar] {
    let dated = duties.filter { !$0.occurrences.isEmpty }
    guard !dated.isEmpty else { return [] }
    let all = DutyCalendar(name: strings["calendar.all"], path: "kalender/alla.ics", duties: dated)
    let ofRoles = library.roles.indices.map { role in
      DutyCalendar(
        name: library.roles[role].name, path: Self.calendarPath(ofRole: library.roles[role].slug),
        duties: dated.filter { roles(of: $0).contains(role) })
    }
    let ofAreas = library.areas.indices.map { area in
      DutyCalendar(
        name: library.areas[area].name, path: Self.calendarPath(ofArea: library.areas[area].slug),
        duties: dated.filter { library.routines[$0.routine].areas.contains(area) })
    }
    return [all] + (ofRoles + ofAreas).filter { !$0.duties.isEmpty }
  }

  /// One for each unit, of what is asked of its operation and of all.
  var unitCalendars: [DutyCalendar] {
    let dated = duties.filter { !$0.occurrences.isEmpty }
    return figures.book.units.compactMap { unit in
      let operation = Folding.words(unit.operation)
      let asked = dated.filter { duty in
        let areas = library.routines[duty.routine].areas
        return areas.isEmpty || areas.contains { Folding.words(library.areas[$0].name) == operation }
      }
      let path = "kalender/enhet-\(Folding.slug(unit.id)).ics"
      return asked.isEmpty ? nil : DutyCalendar(name: unit.name, path: path, duties: asked)
    }
  }

  var calendarFiles: [RenderedPage] {
    (calendars + unitCalendars).map { calendar in
      let events = calendar.duties.flatMap { duty in duty.occurrences.map { event($0, of: duty) } }
      let file = CalendarFile(
        name: library.configuration.name + ": " + calendar.name, made: library.asOf,
        events: events.sorted { ($0.day, $0.id) < ($1.day, $1.id) })
      return RenderedPage(path: calendar.path, bytes: Array(file.text().utf8))
    }
  }

  private func event(_ occurrence: Recurrence.Occurrence, of duty: Duty) -> CalendarFile.Event {
    let routine = library.routines[duty.routine]
    let followUp = duty.followUp
    return CalendarFile.Event(
      id: "\(routine.slug)-\(duty.number + 1)-\(occurrence.period.iso)@\(idHost)", day: occurrence.due,
      summary: "\(followUp.what) (\(followUp.who))",
      description: strings.formatted(
        "calendar.event",
        ["who": followUp.who, "period": occurrence.period.iso, "routine": routine.title]),
      address: wholeAddress(of: routine.address))
  }
}
