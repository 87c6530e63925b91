public import CivilTime
public import Diagnostics
internal import Exports
internal import Handbook
internal import Statistics
internal import Swedish
internal import Synchronization

/// The auditor's sample of a month: a few clients of each provider, by their ids.
///
/// Working material that names clients: it is printed or written where the user says, and nowhere else.
public struct AuditSample: Sendable {
  public struct Client: Sendable {
    public var id: String
    public var visits: Int
    public var digital: Int
    public var manual: Int

    public var unknown: Int { visits - digital - manual }
  }

  public struct Provider: Sendable {
    public var id: String
    public var name: String
    /// How many clients had a performed visit on the review date.
    public var population: Int
    /// In byte order of their ids.
    public var clients: [Client]
    /// V3; nil when nobody had a visit where there was a lock.
    public var staffWithoutLock: Int?
    public var staff: Int?
  }

  public let month: CivilMonth
  public let reviewDate: CivilDate
  /// How many clients are drawn of a provider that has more.
  public let size: Int
  public let providers: [Provider]
  public let diagnostics: [Diagnostic]

  /// Reads the exports, draws by the machine's key and looks up the ids of those that were drawn.
  ///
  /// - Parameter provider: Utförar-ID of the only provider that is wanted.
  public init(
    _ month: CivilMonth, provider wanted: String?, asOf: CivilDate, data: String, content: String, work: WorkFolder,
    jobs: Int
  ) throws(EnvironmentFault) {
    self.month = month
    let (configuration, _) = try Configuration.ofFolder(content)
    reviewDate = configuration.calendar.reviewDate(of: month)
    guard reviewDate <= asOf else { throw .notYet(reviewDate, asOf) }
    size = configuration.sampleSize
    let folder = try ExportFolder(data: data, content: content, work: work, jobs: jobs)
    var request = FigureRequest(asOf: asOf)
    request.measures = Measure.builtIn.filter { $0.id == "V3" }
    request.visitsOf = month
    request.jobs = jobs
    let figures = Figures(of: folder.readings, request)
    diagnostics = (folder.diagnostics + figures.diagnostics.map { $0.below(data) }).inOrder()
    guard !figures.visits.isEmpty else { throw .uncovered(month, data) }
    var populations = SamplePopulation.all(figures, month: month, reviewDate: reviewDate)
    let known = populations.map(\.provider)
    if let wanted {
      guard known.contains(wanted) else { throw .unknownProvider(wanted, known) }
      populations.removeAll { $0.provider != wanted }
    }
    let draws = try Self.draw(
      populations, size, key: try work.siteKey(), month, among: folder, on: reviewDate, file: data)
    let names = figures.register.names(on: reviewDate)
    providers = zip(populations, draws).map { population, draw in
      Provider(
        id: population.provider, name: names[population.provider] ?? "", population: population.clients.count,
        clients: draw.drawn.map { hash, id in
          let month = population.months[hash] ?? SamplePopulation.ClientMonth()
          return Client(id: id, visits: month.visits, digital: month.digital, manual: month.manual)
        },
        staffWithoutLock: population.staffWithoutLock, staff: population.staff)
    }
  }

  /// Offers each client by its id to the draws of its providers; ids that are not drawn are forgotten at once.
  private static func draw(
    _ populations: [SamplePopulation], _ size: Int, key: SiteKey, _ month: CivilMonth, among folder: ExportFolder,
    on day: CivilDate, file: String
  ) throws(EnvironmentFault) -> [ClientDraw] {
    let draws = Mutex(populations.map { ClientDraw(size, key: key, provider: $0.provider, month: month) })
    let everyone = populations.reduce(into: Set<UInt64>()) { $0.formUnion($1.clients) }
    try folder.seek(clients: everyone, on: day) { hash, client in
      draws.withLock { draws in
        for (index, population) in populations.enumerated() where population.clients.contains(hash) {
          draws[index].offer(client, hash: hash)
        }
      }
    }
    let drawn = draws.withLock { $0 }
    for (population, draw) in zip(populations, drawn) where draw.drawn.count < min(size, population.clients.count) {
      throw EnvironmentFault(
        .other, file,
        Message(sv: "Exporterna ändrades medan de lästes.", en: "The exports changed while they were read."),
        help: Message(sv: "Kör igen.", en: "Run it again."))
    }
    return drawn
  }
}

extension EnvironmentFault {
  fileprivate static func notYet(_ day: CivilDate, _ asOf: CivilDate) -> EnvironmentFault {
    EnvironmentFault(
      .other, "",
      Message(
        sv: "Granskningsdagen \(day.iso) har inte varit än den \(asOf.iso).",
        en: "The review date \(day.iso) is not past on \(asOf.iso)."),
      help: Message(
        sv: "Välj en tidigare månad med --month, eller en senare dag med --as-of.",
        en: "Choose an earlier month by --month, or a later day by --as-of."))
  }

  fileprivate static func uncovered(_ month: CivilMonth, _ data: String) -> EnvironmentFault {
    EnvironmentFault(
      .missing, data,
      Message(
        sv: "Exporterna i \(data) har inga utförda besök i \(month.iso).",
        en: "The exports in \(data) have no performed visits in \(month.iso)."),
      help: Message(
        sv: "Lägg månadens `besok` och registret `enheter` i mappen, eller välj en annan månad.",
        en: "Put the month's `besok` and the register `enheter` in the folder, or choose another month."))
  }

  fileprivate static func unknownProvider(_ name: String, _ known: [String]) -> EnvironmentFault {
    let near = NearMatch.nearest(to: name, in: known)
    let list = (near.isEmpty ? known : near).joined(separator: ", ")
    return EnvironmentFault(
      .other, name, Message(sv: "Utföraren »\(name)« finns inte.", en: "There is no provider \"\(name)\"."),
      help: Message(sv: "Välj bland \(list).", en: "Choose among \(list)."))
  }
}
