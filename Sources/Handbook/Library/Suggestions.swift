internal import Swedish

/// "Menade du …?" among very many names.
///
/// A name is looked up once, and only so many of them: when a whole folder has moved, the thousandth suggestion helps nobody
/// and all of them would take minutes.
struct Suggestions {
  private static let limit = 50
  private let names: [String]
  private var found: [String: [String]] = [:]

  init(_ names: [String]) { self.names = names }

  mutating func nearest(to name: String) -> [String] {
    if let known = found[name] { return known }
    guard found.count < Self.limit else { return [] }
    let near = NearMatch.nearest(to: name, in: names)
    found[name] = near
    return near
  }
}
