// swift-tools-version: 6.2
import PackageDescription

/// What every target of Kith is built with: Swift 6, warnings as errors, boundaries that the compiler checks.
let settings: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .treatAllWarnings(as: .error),
]

/// A module of Kith, in the folder of its name.
func module(_ name: String, _ dependencies: [Target.Dependency] = [], resources: [Resource] = []) -> Target {
  .target(name: name, dependencies: dependencies, resources: resources, swiftSettings: settings)
}

/// The tests of a module, in the folder of its name + `Tests`.
func tests(of name: String, _ dependencies: [Target.Dependency] = []) -> Target {
  .testTarget(
    name: name + "Tests", dependencies: [.byName(name: name), "KithTesting"] + dependencies, swiftSettings: settings)
}

let package = Package(
  name: "kith",
  platforms: [.macOS(.v15)],
  products: [
    .executable(name: "kith", targets: ["kith"]),
    .library(name: "KithRules", targets: ["KithRules"]),
    .library(name: "KithAggregates", targets: ["KithAggregates"]),
    .library(name: "KithRelease", targets: ["KithRelease"]),
    .library(name: "KithStore", targets: ["KithStore"]),
    .library(name: "KithLinkage", targets: ["KithLinkage"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
    .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1", traits: []),
    .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
    .package(url: "https://github.com/apple/swift-http-types", from: "1.8.0"),
    .package(url: "https://github.com/apple/swift-log", from: "1.14.0"),
    .package(url: "https://github.com/apple/swift-nio", from: "2.101.0"),
    .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.13.0"),
  ],
  targets: [
    .target(name: "CArrow"),
    .systemLibrary(name: "CXLSXWriter", providers: [.apt(["libxlsxwriter-dev"]), .brew(["libxlsxwriter"])]),
    .systemLibrary(name: "CXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"]), .brew(["libxml2"])]),
    .systemLibrary(
      name: "CArchive", pkgConfig: "libarchive", providers: [.apt(["libarchive-dev"]), .brew(["libarchive"])]),
    .systemLibrary(name: "CCLP", providers: [.apt(["coinor-libclp-dev"]), .brew(["clp"])]),
    .systemLibrary(
      name: "CSodium", pkgConfig: "libsodium", providers: [.apt(["libsodium-dev"]), .brew(["libsodium"])]),
    .target(name: "CDice"),
    .target(name: "CSequences"),

    module("KithTables"),
    module(
      "KithPlaces", ["KithTables"],
      resources: [.embedInCode("Resources/authorities.csv"), .embedInCode("Resources/districts.csv")]),
    module(
      "KithReturns",
      ["KithTables", "KithPlaces", "CArchive", "CXML2", .product(name: "Crypto", package: "swift-crypto")]),
    module("KithRules", ["KithReturns", "KithPlaces", "KithTables"]),
    module("KithEngine", ["CArrow", "KithTables"]),
    module("KithReference", ["KithEngine", "KithReturns", "KithPlaces", "KithTables", "CArchive"]),
    module(
      "KithStore",
      [
        "KithEngine", "KithReturns", "KithPlaces", "KithTables", .product(name: "Crypto", package: "swift-crypto"),
      ], resources: [.embedInCode("Resources/harmonisation.csv")]),
    module("KithStatistics"),
    module("KithDisclosure", ["KithStatistics", "CCLP"]),
    module("KithAggregates", ["KithEngine", "KithPlaces", "KithDisclosure", "KithStatistics", "KithTables"]),
    module("KithMeasures", ["KithStore", "KithEngine", "KithReturns", "KithPlaces", "KithTables"]),
    module(
      "KithRelease",
      [
        "KithAggregates", "KithDisclosure", "KithPlaces", "KithTables",
        .product(name: "Crypto", package: "swift-crypto"),
      ], resources: [.embedInCode("Resources/count_links.csv")]),
    module(
      "KithSynthetic", ["KithReturns", "KithStatistics", "KithTables"],
      resources: [.embedInCode("Resources/published.csv")]),
    module("KithRegister", ["KithTables", .product(name: "Crypto", package: "swift-crypto")]),
    module(
      "KithLinkage",
      [
        "CDice", "CSodium", "KithDisclosure", "KithEngine", "KithRegister", "KithReturns", "KithStatistics",
        "KithStore", "KithTables",
        .product(name: "Crypto", package: "swift-crypto"),
      ]),
    module(
      "KithExtracts",
      [
        "KithDisclosure", "KithEngine", "KithRegister", "KithStore", "KithTables",
        .product(name: "Crypto", package: "swift-crypto"),
      ], resources: [.embedInCode("Resources/value_labels.csv")]),
    module(
      "KithLake",
      [
        "KithEngine", "KithRegister", "KithReturns", "KithStore", "KithTables",
        .product(name: "Crypto", package: "swift-crypto"),
      ]),
    module(
      "KithPool",
      [
        "KithEngine", "KithLake", "KithLinkage", "KithRegister", "KithStore", "KithTables",
        .product(name: "Crypto", package: "swift-crypto"),
      ]),
    module(
      "KithStudies",
      [
        "CSequences", "KithAggregates", "KithDisclosure", "KithEngine", "KithMeasures", "KithPlaces", "KithReturns",
        "KithStatistics", "KithStore", "KithTables",
      ]),
    module(
      "KithCatalogue", ["KithMeasures", "KithReturns", "KithStore", "KithTables"],
      resources: ["datasets.json", "studies.json", "links.csv", "routes.json", "questions.json", "fields.csv"]
        .map { .embedInCode("Resources/" + $0) }),
    module(
      "KithCharts",
      ["KithDisclosure", "KithStatistics", "KithTables", .product(name: "Crypto", package: "swift-crypto")],
      resources: [.embedInCode("Resources/tile_map.csv")]),
    module(
      "KithReports",
      [
        "KithAggregates", "KithCharts", "KithDisclosure", "KithMeasures", "KithPlaces", "KithRelease", "KithReturns",
        "KithRules", "KithStatistics", "KithStore", "KithStudies", "KithTables", "CXLSXWriter",
      ]),
    module(
      "KithWeb",
      [
        "KithAggregates", "KithCatalogue", "KithCharts", "KithDisclosure", "KithExtracts", "KithMeasures", "KithPlaces",
        "KithReference", "KithReports", "KithReturns", "KithRules", "KithStatistics", "KithStore", "KithTables",
        .product(name: "Crypto", package: "swift-crypto"),
        .product(name: "Hummingbird", package: "hummingbird"), .product(name: "Mustache", package: "swift-mustache"),
        .product(name: "HTTPTypes", package: "swift-http-types"), .product(name: "Logging", package: "swift-log"),
        .product(name: "NIOCore", package: "swift-nio"),
        .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
        .product(name: "UnixSignals", package: "swift-service-lifecycle"),
      ], resources: [.embedInCode("Resources")]),
    .executableTarget(
      name: "kith",
      dependencies: [
        "KithAggregates", "KithCatalogue", "KithCharts", "KithDisclosure", "KithEngine", "KithExtracts", "KithLake",
        "KithLinkage", "KithMeasures", "KithPool", "KithReference", "KithRegister", "KithRelease", "KithReports",
        "KithRules",
        "KithReturns", "KithPlaces", "KithStatistics",
        "KithStore",
        "KithStudies", "KithSynthetic", "KithTables",
        "KithWeb",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: settings),

    module("KithTesting"),
    tests(of: "KithTables"),
    tests(of: "KithPlaces", ["KithTables"]),
    tests(of: "KithStatistics", ["KithTables"]),
    tests(of: "KithDisclosure"),
    tests(of: "KithAggregates", ["KithDisclosure", "KithEngine", "KithPlaces", "KithStatistics", "KithTables"]),
    tests(of: "KithEngine", ["CArrow", "KithTables"]),
    tests(of: "KithReturns", ["KithTables"]),
    tests(of: "KithStore", ["kith", "KithEngine", "KithPlaces", "KithReturns", "KithTables"]),
    tests(
      of: "KithMeasures",
      [
        "kith", "KithDisclosure", "KithEngine", "KithPlaces", "KithReturns", "KithStore", "KithSynthetic", "KithTables",
      ]),
    tests(
      of: "KithStudies",
      [
        "kith", "KithAggregates", "KithDisclosure", "KithEngine", "KithReturns", "KithStatistics", "KithStore",
        "KithSynthetic",
        "KithTables",
      ]),
    tests(
      of: "KithCatalogue",
      ["kith", "KithMeasures", "KithReturns", .product(name: "ArgumentParser", package: "swift-argument-parser")]),
    tests(of: "KithCharts", ["KithDisclosure", "KithPlaces"]),
    tests(
      of: "KithReports",
      [
        "kith", "KithAggregates", "KithCharts", "KithDisclosure", "KithEngine", "KithMeasures", "KithPlaces",
        "KithRelease",
        "KithReturns", "KithRules", "KithStore", "KithStudies", .product(name: "Crypto", package: "swift-crypto"),
      ]),
    tests(of: "KithRegister", ["KithTables"]),
    tests(of: "KithLake", ["kith", "KithEngine", "KithRegister", "KithReturns", "KithStore", "KithTables"]),
    tests(
      of: "KithPool",
      [
        "kith", "KithEngine", "KithLake", "KithLinkage", "KithRegister", "KithReturns", "KithStore", "KithTables",
      ]),
    tests(of: "KithExtracts", ["kith", "KithEngine", "KithRegister", "KithReturns", "KithStore", "KithTables"]),
    tests(
      of: "KithLinkage",
      [
        "kith", "CDice", "KithEngine", "KithRegister", "KithReturns", "KithStatistics", "KithStore", "KithSynthetic",
        "KithTables",
      ]),
    tests(of: "KithSynthetic", ["KithPlaces", "KithReturns", "KithRules", "KithTables"]),
    tests(of: "KithReference", ["KithEngine", "KithPlaces", "KithReturns", "KithTables"]),
    tests(of: "KithRelease", ["KithAggregates", "KithDisclosure", "KithPlaces", "KithTables"]),
    tests(
      of: "KithWeb",
      [
        "kith", "KithCatalogue", "KithReturns", "KithStore", "KithTables",
        .product(name: "Hummingbird", package: "hummingbird"),
        .product(name: "HummingbirdCore", package: "hummingbird"),
        .product(name: "HTTPTypes", package: "swift-http-types"), .product(name: "Logging", package: "swift-log"),
        .product(name: "Mustache", package: "swift-mustache"),
        .product(name: "NIOCore", package: "swift-nio"), .product(name: "NIOEmbedded", package: "swift-nio"),
      ]),
    tests(of: "kith", ["KithAggregates", .product(name: "ArgumentParser", package: "swift-argument-parser")]),
    tests(of: "KithRules", ["KithEngine", "KithPlaces", "KithReference", "KithReturns", "KithTables"]),
  ]
)

// `make fuzz` builds the targets that libFuzzer drives, and nothing else does: their main function is libFuzzer's.
if Context.environment["KITH_FUZZ"] != nil {
  package.targets += ["FuzzCSV", "FuzzXML", "FuzzCIN"].map { name in
    .executableTarget(name: name, dependencies: ["KithReturns"], path: "Fuzz/" + name, swiftSettings: settings)
  }
}
