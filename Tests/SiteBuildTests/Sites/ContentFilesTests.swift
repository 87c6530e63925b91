import Diagnostics
import Testing

@testable import SiteBuild

@Suite struct ContentFilesTests {
  @Test(arguments: [
    ("site.yaml", ContentRole.configuration), ("site.yml", .unknown), ("x/site.yaml", .unknown),
    ("a.md", .routine), ("a.txt", .routine), ("A.TXT", .routine), ("a.markdown", .routine), ("a.pdf", .unknown),
    ("a", .unknown),
    ("routines/a.md", .routine), ("routines/x/y/a.MD", .routine), ("routines/x/bild.png", .attachment),
    ("routines/a.yaml", .unknown),
    ("pages/a.md", .page), ("dashboards/a.md", .page), ("pages/bild.svg", .attachment), ("pages/a.yml", .unknown),
    ("registers/a.yaml", .register), ("registers/a.yml", .register), ("registers/x/a.yaml", .register),
    ("registers/a.md", .unknown),
    ("files/a.md", .attachment), ("files/a.yaml", .attachment), ("files/x/a b.pdf", .attachment),
    ("files/a.html", .webPage), ("files/a.HTM", .webPage), ("routines/a.js", .webPage), ("pages/a.xhtml", .webPage),
    ("data/besok.csv", .reserved), ("measures/a.yaml", .reserved), ("editions/EK-1/a.md", .edition),
    ("editions/a.md", .unknown), ("originals/a.txt", .reserved),
    ("theme/theme.yaml", .reserved),
    ("bilder/a.png", .unknown), ("Routines/a.md", .unknown),
  ])
  func tellsWhatAFileIs(path: String, role: ContentRole) { #expect(ContentRole(path) == role) }

  @Test(arguments: [
    ("routins/a.md", "Did you mean `routines/`?"), ("Files/a.pdf", "Did you mean `files/`?"),
    ("site.yml", "Did you mean `site.yaml`?"), ("page/a.md", "Did you mean `pages/`?"),
    ("qqqq/a.md", "Put documents in `routines/` or `pages/`, registers in `registers/` and attachments in `files/`."),
    (
      "routines/a.yaml",
      "Put documents in `routines/` or `pages/`, registers in `registers/` and attachments in `files/`."
    ),
  ])
  func saysWhereAFileBelongs(path: String, help: String) {
    let found = ContentFiles([SiteSources.File(path: path, bytes: [])]).diagnostics
    #expect(found.map(\.code) == [.unknownFile])
    #expect(found.first?.help?.english == help)
  }
}
