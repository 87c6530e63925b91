internal import Charts
internal import CivilTime
internal import Dashboards
internal import Diagnostics
internal import Documents
internal import Handbook
internal import Statistics
internal import Swedish
internal import Theming

/// What blocks are drawn with: the figures, the words, and the theme's templates.
struct FigureContext: Sendable {
  let book: FigureBook
  let writer: ChartWriter
  let names: ChartNames
  let templates: [String: PageTemplate]
  /// Routines whose `nyckeltal` name a measure, by its id.
  let routinesByMeasure: [String: [Int]]
  /// The address of the page about a group, by kind and id.
  let addresses: [FigureBook.Group: String]
  /// The municipality's own of small counts, to be cited.
  let decision: String?
  let strings: Strings

  init(
    book: FigureBook, library: Library, theme: Theme, addresses: [FigureBook.Group: String]
  ) {
    self.book = book
    self.addresses = addresses
    decision = library.configuration.smallCounts.decision
    let strings = theme.strings
    self.strings = strings
    let numbers: NumberFormat = strings.language == "en" ? .english : .swedish
    let texts = ChartTexts(numbers: numbers, threshold: book.threshold) { strings["chart.\($0.rawValue)"] }
    writer = ChartWriter(texts: texts)
    let isEnglish = strings.language == "en"
    names = ChartNames(
      total: strings["figure.total"],
      target: { target, unit in
        func text(_ value: Double) -> String {
          switch unit {
          case .ratio:
            let decimals = (value * 100).rounded() == value * 100 ? 0 : 1
            return numbers.percent(value, decimals: decimals)
          case .count, .average: return numbers.text(value, decimals: value == value.rounded() ? 0 : 1)
          }
        }
        return switch target {
        case .atLeast(let value): strings.formatted("figure.targetAtLeast", ["value": text(value)])
        case .atMost(let value): strings.formatted("figure.targetAtMost", ["value": text(value)])
        }
      },
      title: { isEnglish ? $0.title.english : $0.title.swedish })
    var templates: [String: PageTemplate] = [:]
    for kind in ["kpi", "chart", "table"] { templates[kind] = theme.template(kind) }
    self.templates = templates
    var routines: [String: [Int]] = [:]
    for (index, routine) in library.routines.enumerated() where routine.state.isInForce {
      for name in routine.document.frontMatter.measures { routines[name, default: []].append(index) }
    }
    routinesByMeasure = routines
  }

  /// Routines that demand a measure: its own `nyckeltal`, or that of the measure it is a part of.
  func routines(behind measure: Measure) -> [Int] {
    let family = String(measure.id.prefix { $0 != "." })
    return routinesByMeasure[measure.id] ?? routinesByMeasure[family] ?? []
  }

  /// `V1 provider U-01 2026-10`, as `rutin stats` names the cell.
  static func name(of cell: FigureTable.Cell) -> String {
    "\(cell.measure.id) \(cell.group.kind.rawValue) \(cell.group.id) \(cell.period)"
  }

  func figure(_ cell: FigureTable.Cell) -> Record {
    let point = cell.point
    return Record(
      PageSchemas.figure,
      [
        "text": .text(writer.texts.text(of: point, cell.measure.chartUnit)),
        "note": Value(writer.texts.note(of: point)), "base": Value(base(of: cell)), "hidden": .flag(point.isHidden),
        "figure": .text(Self.name(of: cell)),
      ])
  }

  /// `1 257 av 2 152`, or `3 av 6 månader`; nil where a part of it is hidden or there is none.
  private func base(of cell: FigureTable.Cell) -> String? {
    guard case .value = cell.point, case .shown(let base)? = cell.row?.denominator else { return nil }
    let numbers = writer.texts.numbers
    if cell.measure.unit == .perMonth {
      return strings.formatted("figure.months", ["count": numbers.text(base)])
    }
    guard cell.measure.unit == .share, case .shown(let part)? = cell.row?.numerator else { return nil }
    return strings.formatted("figure.base", ["part": numbers.text(part), "whole": numbers.text(base)])
  }
}
