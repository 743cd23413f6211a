// swift-tools-version: 6.2
import PackageDescription

// Settings of every target. Each upcoming feature is a decision of `Documentation/Decisions/0001`.
let settings: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
  .enableUpcomingFeature("InferIsolatedConformances"),
  .treatAllWarnings(as: .error),
]

let package = Package(
  name: "anju",
  products: [
    .executable(name: "anju", targets: ["anju"])
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
    .package(url: "https://github.com/apple/swift-crypto", exact: "4.5.2"),
    .package(url: "https://github.com/apple/swift-http-types", exact: "1.8.0"),
    .package(url: "https://github.com/apple/swift-log", exact: "1.16.2"),
    .package(url: "https://github.com/apple/swift-nio", exact: "2.101.2"),
    .package(url: "https://github.com/apple/swift-nio-extras", exact: "1.35.2"),
    .package(url: "https://github.com/apple/swift-nio-ssl", exact: "2.37.6"),
    .package(url: "https://github.com/groue/GRDB.swift", exact: "7.10.0"),
    .package(url: "https://github.com/hummingbird-project/hummingbird", exact: "2.28.1"),
    .package(url: "https://github.com/hummingbird-project/swift-mustache", exact: "2.1.1"),
    .package(url: "https://github.com/jpsim/Yams", exact: "6.2.2"),
    .package(url: "https://github.com/swift-server/async-http-client", exact: "1.37.0"),
    .package(url: "https://github.com/swift-server/swift-service-lifecycle", exact: "2.13.0"),
    .package(url: "https://github.com/vapor/jwt-kit", exact: "5.7.1"),
  ],
  targets: [
    .target(name: "ExpressionLanguage"),
    .target(name: "Policy", dependencies: ["ExpressionLanguage"]),
    .target(name: "Scoring", dependencies: ["ExpressionLanguage", "Policy"]),
    .target(
      name: "FactFiles",
      dependencies: [
        "ExpressionLanguage", "Policy", "Scoring", .product(name: "Yams", package: "Yams"),
      ]
    ),
    .target(name: "Casework", dependencies: ["ExpressionLanguage", "Policy", "Scoring"]),
    .target(
      name: "EventStore",
      dependencies: [
        "ExpressionLanguage",
        .product(name: "Crypto", package: "swift-crypto"),
        .product(name: "GRDB", package: "GRDB.swift"),
        .product(name: "GRDBSQLite", package: "GRDB.swift"),
      ]
    ),
    .target(
      name: "Registry",
      dependencies: [
        "CPinyin", "Casework", "EventStore", "ExpressionLanguage", "Policy", "Scoring",
        .product(name: "Crypto", package: "swift-crypto"),
      ]
    ),
    .target(name: "MeasurePages", dependencies: ["CMarkGFM", "ExpressionLanguage", "Policy"]),
    .target(
      name: "Accounts",
      dependencies: [
        "Casework", "ExpressionLanguage",
        .product(name: "Crypto", package: "swift-crypto"),
        .product(name: "CryptoExtras", package: "swift-crypto"),
        .product(name: "GRDB", package: "GRDB.swift"),
      ]
    ),
    .target(
      name: "PermitCredential",
      dependencies: [
        "CQREncode", "CZlib", "ExpressionLanguage",
        .product(name: "Crypto", package: "swift-crypto"),
        .product(name: "JWTKit", package: "jwt-kit"),
      ]
    ),
    .target(name: "PageText"),
    .target(
      name: "WebService",
      dependencies: [
        "Accounts", "Casework", "EventStore", "ExpressionLanguage", "FactFiles", "MeasurePages",
        "PageText", "PermitCredential", "Policy", "Registry", "Scoring",
        .product(name: "AsyncHTTPClient", package: "async-http-client"),
        .product(name: "Crypto", package: "swift-crypto"),
        .product(name: "HTTPTypes", package: "swift-http-types"),
        .product(name: "Hummingbird", package: "hummingbird"),
        .product(name: "HummingbirdCore", package: "hummingbird"),
        .product(name: "HummingbirdTLS", package: "hummingbird"),
        .product(name: "JWTKit", package: "jwt-kit"),
        .product(name: "Logging", package: "swift-log"),
        .product(name: "Mustache", package: "swift-mustache"),
        .product(name: "NIOCore", package: "swift-nio"),
        .product(name: "NIOPosix", package: "swift-nio"),
        .product(name: "NIOHTTP1", package: "swift-nio"),
        .product(name: "NIOHTTPTypes", package: "swift-nio-extras"),
        .product(name: "NIOSSL", package: "swift-nio-ssl"),
        .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
      ],
      exclude: ["Assets", "Templates"],
      plugins: ["EmbedPages"]
    ),
    .executableTarget(
      name: "anju",
      dependencies: [
        "Accounts", "PermitCredential", "WebService",
        "Casework", "EventStore", "ExpressionLanguage", "FactFiles", "MeasurePages", "Policy",
        "Registry", "Scoring",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
        .product(name: "Crypto", package: "swift-crypto"),
        .product(name: "Logging", package: "swift-log"),
      ],
      plugins: ["EmbedPolicies"]
    ),
    .target(name: "EmbeddedText"),
    .executableTarget(name: "EmbedPoliciesTool", dependencies: ["EmbeddedText"]),
    .executableTarget(name: "EmbedPagesTool", dependencies: ["EmbeddedText", "PageText"]),
    // Our side of the benchmarks; no product, but built with the tests, so that it cannot go stale.
    .executableTarget(
      name: "anju-bench",
      dependencies: [
        "ExpressionLanguage", "FactFiles", "Policy", "Scoring",
        .product(name: "Crypto", package: "swift-crypto"),
      ],
      path: "Benchmarks/anju-bench"
    ),
    // The made-up city on which office and service are measured.
    .target(
      name: "BenchCity",
      dependencies: [
        "Casework", "EventStore", "ExpressionLanguage", "Policy", "Registry",
        .product(name: "Crypto", package: "swift-crypto"),
      ],
      path: "Benchmarks/bench-city"
    ),
    .executableTarget(
      name: "office-bench",
      dependencies: [
        "BenchCity", "Casework", "EventStore", "ExpressionLanguage", "Registry",
        .product(name: "GRDB", package: "GRDB.swift"),
      ],
      path: "Benchmarks/office-bench"
    ),
    .executableTarget(
      name: "service-bench",
      dependencies: [
        "Accounts", "BenchCity", "Casework", "EventStore", "ExpressionLanguage", "Registry",
        .product(name: "Crypto", package: "swift-crypto"),
        .product(name: "Hummingbird", package: "hummingbird"),
        .product(name: "Logging", package: "swift-log"),
      ],
      path: "Benchmarks/service-bench"
    ),
    .plugin(
      name: "EmbedPolicies",
      capability: .buildTool(),
      dependencies: ["EmbedPoliciesTool"]
    ),
    .plugin(name: "EmbedPages", capability: .buildTool(), dependencies: ["EmbedPagesTool"]),
    // Draws the QR code of a permit.
    .systemLibrary(
      name: "CQREncode",
      pkgConfig: "libqrencode",
      providers: [.apt(["libqrencode-dev"])]
    ),
    // Packs the lists of permits' states.
    .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
    // Reads prose for pages, and is the Markdown oracle of the tests; nothing that decides uses it.
    .systemLibrary(
      name: "CMarkGFM",
      pkgConfig: "libcmark-gfm",
      providers: [.apt(["libcmark-gfm-dev", "libcmark-gfm-extensions-dev"])]
    ),
    // The door to the system's ICU, which tells the pinyin of names for the search.
    .target(
      name: "CPinyin",
      linkerSettings: [.linkedLibrary("icui18n"), .linkedLibrary("icuuc")]
    ),
    .target(name: "TestSupport", dependencies: ["ExpressionLanguage"], path: "Tests/TestSupport"),
    // People whom there are not, for tests of the rooms around casework.
    .target(
      name: "MadeUpPeople",
      dependencies: ["Casework", "ExpressionLanguage", "TestSupport"],
      path: "Tests/MadeUpPeople"
    ),
    .target(
      name: "FuzzChecks",
      dependencies: ["ExpressionLanguage", "FactFiles", "Policy", "Scoring"],
      path: "Fuzzing/Checks"
    ),
    // Writes to a journal, or runs an office, until the tests kill it.
    .executableTarget(
      name: "StoreCrasher",
      dependencies: ["Casework", "EventStore", "ExpressionLanguage", "Policy", "Registry"],
      path: "Tests/StoreCrasher"
    ),
    .testTarget(
      name: "FuzzingTests",
      dependencies: ["ExpressionLanguage", "FuzzChecks", "TestSupport"]
    ),
    .testTarget(name: "TestSupportTests", dependencies: ["ExpressionLanguage", "TestSupport"]),
    .testTarget(
      name: "ExpressionLanguageTests",
      dependencies: ["ExpressionLanguage", "TestSupport"]
    ),
    .testTarget(
      name: "PolicyTests",
      dependencies: ["ExpressionLanguage", "Policy", "TestSupport"],
      exclude: ["Golden"]
    ),
    .testTarget(
      name: "MarkdownOracleTests",
      dependencies: ["CMarkGFM", "ExpressionLanguage", "Policy", "TestSupport"]
    ),
    .testTarget(
      name: "MeasurePagesTests",
      dependencies: ["ExpressionLanguage", "MeasurePages", "Policy", "TestSupport"],
      exclude: ["Golden"]
    ),
    .testTarget(
      name: "ScoringTests",
      dependencies: ["ExpressionLanguage", "FactFiles", "Policy", "Scoring", "TestSupport"]
    ),
    .testTarget(
      name: "FactFilesTests",
      dependencies: ["ExpressionLanguage", "FactFiles", "Scoring", "TestSupport"]
    ),
    .testTarget(
      name: "CaseworkTests",
      dependencies: [
        "Casework", "ExpressionLanguage", "Policy", "Scoring", "TestSupport",
      ],
      exclude: ["Golden"]
    ),
    .testTarget(
      name: "EventStoreTests",
      dependencies: [
        "EventStore", "StoreCrasher", "TestSupport", "anju",
        .product(name: "GRDB", package: "GRDB.swift"),
      ]
    ),
    .testTarget(
      name: "RegistryTests",
      dependencies: [
        "Casework", "EventStore", "ExpressionLanguage", "MadeUpPeople", "Policy", "Registry",
        "Scoring", "StoreCrasher", "TestSupport", .product(name: "Crypto", package: "swift-crypto"),
      ],
      exclude: ["Kept"]
    ),
    .testTarget(name: "PageTextTests", dependencies: ["PageText"]),
    .testTarget(
      name: "AccountsTests",
      dependencies: [
        "Accounts", "Casework", "ExpressionLanguage", "TestSupport",
        .product(name: "Crypto", package: "swift-crypto"),
      ]
    ),
    .testTarget(
      name: "PermitCredentialTests",
      dependencies: [
        "ExpressionLanguage", "PermitCredential", "TestSupport",
        .product(name: "Crypto", package: "swift-crypto"),
      ],
      exclude: ["Golden"]
    ),
    .testTarget(
      name: "WebServiceTests",
      dependencies: [
        "Accounts", "Casework", "EventStore", "ExpressionLanguage", "MadeUpPeople",
        "PermitCredential", "Policy", "Registry", "Scoring", "TestSupport", "WebService",
        .product(name: "Crypto", package: "swift-crypto"),
        .product(name: "HTTPTypes", package: "swift-http-types"),
        .product(name: "Hummingbird", package: "hummingbird"),
        .product(name: "HummingbirdTesting", package: "hummingbird"),
        .product(name: "Logging", package: "swift-log"),
        .product(name: "Mustache", package: "swift-mustache"),
        .product(name: "NIOCore", package: "swift-nio"),
        .product(name: "NIOEmbedded", package: "swift-nio"),
        .product(name: "NIOHTTPTypes", package: "swift-nio-extras"),
      ]
    ),
    .testTarget(
      name: "anjuTests",
      dependencies: [
        "ExpressionLanguage", "FactFiles", "PermitCredential", "Policy", "Scoring", "TestSupport",
        "anju",
      ],
      exclude: ["Golden", "Records"]
    ),
    .testTarget(
      name: "EmbedPoliciesTests",
      dependencies: ["TestSupport", "anju"],
      exclude: ["Policies"],
      plugins: ["EmbedPolicies"]
    ),
  ],
  swiftLanguageModes: [.v6]
)

// libFuzzer brings a main function of its own, so the fuzzer is no part of an ordinary build.
if Context.environment["ANJU_FUZZ"] != nil {
  package.products.append(.executable(name: "fuzzer", targets: ["Fuzzer"]))
  package.targets.append(
    .executableTarget(name: "Fuzzer", dependencies: ["FuzzChecks"], path: "Fuzzing/Fuzzer")
  )
}

// The engine alone, to test it as it is built for release without building all that is around it.
if Context.environment["ANJU_ENGINE"] != nil {
  let engine: Set = [
    "ExpressionLanguage", "Policy", "Scoring", "FactFiles", "Casework", "TestSupport",
    "ExpressionLanguageTests", "PolicyTests", "ScoringTests", "CaseworkTests",
  ]
  package.products = []
  package.targets.removeAll { !engine.contains($0.name) }
}

for target in package.targets where target.type != .system && target.type != .plugin {
  target.swiftSettings = (target.swiftSettings ?? []) + settings
}
