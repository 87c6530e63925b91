// swift-tools-version: 6.2
import PackageDescription

/// The one place that says how every room is compiled.
///
/// Warnings stop a debug build, which is what developers and `make test` run; a release build with a newer compiler's
/// new warnings still succeeds.
let settings: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .treatAllWarnings(as: .error, .when(configuration: .debug)),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("ExistentialAny"),
]

/// `isOptimized`: also in a debug build, for rooms whose loops would make every test that builds a site wait for minutes.
func room(_ name: String, imports: [Target.Dependency] = [], isOptimized: Bool = false) -> Target {
  let speed: [SwiftSetting] = isOptimized ? [.unsafeFlags(["-O"], .when(configuration: .debug))] : []
  // Small functions of one room are compiled into others. The compiler proves nearly all accesses exclusive; the debug build,
  // which the tests run, watches the rest.
  let release: [SwiftSetting] = [
    .unsafeFlags(["-cross-module-optimization", "-enforce-exclusivity=unchecked"], .when(configuration: .release))
  ]
  return .target(name: name, dependencies: imports, swiftSettings: settings + speed + release)
}

func tests(of name: String, also imports: [Target.Dependency] = []) -> Target {
  .testTarget(
    name: "\(name)Tests", dependencies: [.byName(name: name)] + imports, swiftSettings: settings)
}

/// What several test targets and benchmarks share; no product holds it.
func support(_ name: String, path: String, imports: [Target.Dependency] = []) -> Target {
  .target(name: name, dependencies: imports, path: path, swiftSettings: settings)
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
    library("CZip", pkgConfig: "libzip", debian: "libzip-dev"),
    library("CExpat", pkgConfig: "expat", debian: "libexpat1-dev"),
    library("CQREncode", pkgConfig: "libqrencode", debian: "libqrencode-dev"),
    library("CZlib", pkgConfig: "zlib", debian: "zlib1g-dev"),
    library("CBrotli", pkgConfig: "libbrotlienc", debian: "libbrotli-dev"),
    library("CMessageDigest", pkgConfig: "libmd", debian: "libmd-dev"),
    library("CGit", pkgConfig: "libgit2", debian: "libgit2-dev"),
    .systemLibrary(name: "CLinux"),
    .systemLibrary(name: "CStemmer", providers: [.apt(["libstemmer-dev"])]),
    .target(name: "CArena"),
    room("JSON"),
    room("Swedish"),
    room("CivilTime"),
    room("HTML"),
    room("ICalendar", imports: ["CivilTime"]),
    room("PersonalNumbers", imports: ["CivilTime"]),
    room("Diagnostics", imports: ["JSON"]),
    room("YAML", imports: ["CYAML", "Diagnostics", "Swedish"]),
    room("Colours", imports: ["YAML", "Diagnostics"]),
    room("QRCode", imports: ["CQREncode"]),
    room("Compression", imports: ["CZlib", "CBrotli"]),
    room("Markdown", imports: ["CCmark", "CArena", "HTML", "Swedish"]),
    room("Documents", imports: ["Markdown", "YAML", "CivilTime", "Swedish", "HTML", "Diagnostics", "JSON"]),
    room("Handbook", imports: ["Documents", "Colours", "YAML", "CivilTime", "Swedish", "HTML", "Diagnostics"]),
    room("Theming", imports: ["HTML", "Colours", "YAML", "Swedish", "Diagnostics"]),
    room("Search", imports: ["CStemmer"]),
    room("Differences"),
    room("History", imports: ["CGit", "CivilTime"]),
    room(
      "Pages",
      imports: [
        "Dashboards", "Statistics", "Charts", "Search", "Handbook", "Documents", "Differences", "Theming", "Colours",
        "QRCode", "ICalendar", "YAML", "CivilTime", "Swedish", "HTML", "Diagnostics", "JSON",
      ]),
    room(
      "Exports", imports: ["CZip", "CExpat", "CivilTime", "YAML", "Swedish", "Diagnostics"], isOptimized: true),
    room(
      "Statistics", imports: ["CMessageDigest", "Exports", "CivilTime", "YAML", "Swedish", "Diagnostics", "JSON"],
      isOptimized: true),
    room("Charts", imports: ["HTML", "Swedish", "CivilTime"]),
    room(
      "Dashboards", imports: ["Statistics", "Charts", "YAML", "CivilTime", "Swedish", "Diagnostics", "JSON"]),
    room("Arguments", imports: ["CLinux", "Diagnostics", "Swedish"]),
    room(
      "SiteBuild",
      imports: [
        "CLinux", "Pages", "History", "Search", "Dashboards", "Theming", "Colours", "Compression", "Handbook",
        "Documents", "Statistics", "Exports", "PersonalNumbers", "ICalendar", "YAML", "CivilTime", "Swedish", "HTML",
        "Diagnostics", "JSON",
      ]),
    .executableTarget(
      name: "rutin",
      dependencies: [
        "SiteBuild", "Arguments", "Documents", "Handbook", "Differences", "HTML", "Diagnostics", "CivilTime", "JSON",
        "CLinux",
      ],
      swiftSettings: settings),
    support("Samples", path: "Tests/Samples"),
    support("TestSupport", path: "Tests/TestSupport"),
    tests(of: "CivilTime"),
    tests(of: "Swedish"),
    tests(of: "Differences", also: ["Samples"]),
    tests(of: "History", also: ["CivilTime"]),
    tests(of: "Charts", also: ["HTML", "Swedish", "CivilTime", "CExpat"]),
    tests(of: "Markdown", also: ["Samples", "TestSupport", "HTML"]),
    tests(of: "Documents", also: ["Samples", "TestSupport", "HTML", "CivilTime", "Diagnostics", "JSON", "Swedish"]),
    tests(of: "rutin", also: ["SiteBuild", "Samples", "CivilTime", "Diagnostics"]),
    tests(of: "Arguments", also: ["Diagnostics"]),
    tests(
      of: "SiteBuild",
      also: [
        "TestSupport", "PersonalNumbers", "Pages", "Theming", "Handbook", "Documents", "History", "CivilTime",
        "Swedish", "Diagnostics", "publish-probe",
      ]),
    // Publishes numbered sites, for the tests that kill it.
    .executableTarget(
      name: "publish-probe", dependencies: ["SiteBuild", "Diagnostics"], path: "Tests/publish-probe",
      swiftSettings: settings),
    tests(of: "Handbook", also: ["Colours", "Documents", "CivilTime", "Swedish", "Diagnostics"]),
    .executableTarget(
      name: "FigureBench", dependencies: ["Statistics", "Exports", "CivilTime", "Diagnostics"],
      path: "Benchmarks/FigureBench", swiftSettings: settings),
    tests(of: "Exports", also: ["Diagnostics", "CivilTime", "CZip"]),
    tests(of: "Statistics", also: ["Exports", "Diagnostics", "CivilTime", "YAML", "JSON"]),
    tests(of: "Search"),
    tests(of: "Theming", also: ["Colours", "Diagnostics", "HTML"]),
    tests(of: "HTML"),
    tests(of: "QRCode"),
    tests(of: "Compression", also: ["TestSupport"]),
    tests(of: "Pages"),
    tests(of: "Dashboards", also: ["Charts", "Statistics", "CivilTime", "Diagnostics"]),
    tests(of: "Colours", also: ["Diagnostics", "YAML"]),
    tests(of: "PersonalNumbers", also: ["CivilTime"]),
  ]
)
