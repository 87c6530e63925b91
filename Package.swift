// swift-tools-version: 6.2
import PackageDescription

/// The one place that says how every room is compiled.
let settings: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("ExistentialAny"),
]

func room(_ name: String, imports: [Target.Dependency] = []) -> Target {
  .target(name: name, dependencies: imports, swiftSettings: settings)
}

func tests(of name: String, also imports: [Target.Dependency] = []) -> Target {
  .testTarget(
    name: "\(name)Tests", dependencies: [.byName(name: name)] + imports, swiftSettings: settings)
}

func library(_ name: String, pkgConfig: String, debian: String) -> Target {
  .systemLibrary(name: name, pkgConfig: pkgConfig, providers: [.apt([debian])])
}

let package = Package(
  name: "rutinparm",
  products: [.executable(name: "rutin", targets: ["rutin"])],
  targets: [
    library("CCmark", pkgConfig: "libcmark", debian: "libcmark-dev"),
    library("CYAML", pkgConfig: "yaml-0.1", debian: "libyaml-dev"),
    room("JSON"),
    room("Swedish"),
    room("CivilTime"),
    room("HTML"),
    room("Diagnostics", imports: ["JSON"]),
    room("YAML", imports: ["CYAML", "Diagnostics", "Swedish"]),
    room("Markdown", imports: ["CCmark", "HTML", "Swedish"]),
    room("Documents", imports: ["Markdown", "YAML", "CivilTime", "Swedish", "HTML", "Diagnostics", "JSON"]),
    room("Handbook", imports: ["Documents", "YAML", "CivilTime", "Swedish", "HTML", "Diagnostics"]),
    room("Theming", imports: ["HTML", "YAML", "Swedish", "Diagnostics"]),
    room("Pages", imports: ["Handbook", "Documents", "Theming", "CivilTime", "Swedish", "HTML", "Diagnostics"]),
    room("SiteBuild", imports: ["Pages", "Theming", "Handbook", "Documents", "YAML", "CivilTime", "Swedish", "HTML", "Diagnostics", "JSON"]),
    room("Exports", imports: ["CivilTime", "YAML", "Swedish", "Diagnostics"]),
    room("Statistics", imports: ["Exports", "CivilTime", "YAML", "Swedish", "Diagnostics", "JSON"]),
    .executableTarget(
      name: "rutin",
      dependencies: ["SiteBuild", "Diagnostics", "CivilTime", "JSON", "Swedish"],
      swiftSettings: settings),
    tests(of: "Theming", also: ["Diagnostics", "HTML"]),
    tests(of: "Statistics", also: ["CivilTime", "JSON"]),
  ]
)
