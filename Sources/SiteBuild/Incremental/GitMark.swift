internal import Glibc

/// Tells whether another commit is checked out than before; reading the commits themselves costs more than many builds.
struct GitMark {
  /// Empty where there is no repository.
  let text: String

  /// nil for a repository that is kept elsewhere (a worktree, a submodule).
  init?(of folder: String) {
    guard var place = try? realPath(folder) else { return nil }
    while !isFolder(place + "/.git") {
      if isFile(place + "/.git") { return nil }
      guard let slash = place.lastIndex(of: "/"), place != "/" else {
        text = ""
        return
      }
      place = slash == place.startIndex ? "/" : String(place[..<slash])
    }
    let repository = place + "/.git/"
    func content(_ name: String) -> String {
      (try? bytes(ofFile: repository + name)).map { String(decoding: $0, as: UTF8.self) } ?? ""
    }
    let head = content("HEAD")
    let branch = head.hasPrefix("ref: ") ? String(head.dropFirst(5).prefix { $0 != "\n" }) : ""
    text = [place, head, branch.isEmpty ? "" : content(branch), content("packed-refs"), content("shallow")]
      .joined(separator: "\u{1}")
  }
}
