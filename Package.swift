// swift-tools-version: 6.2
import PackageDescription

/// Settings every target shares: the language mode of Swift 6, warnings as errors, and the upcoming features that make
/// an import a permission (see ARCHITECTURE.md).
let house: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .treatAllWarnings(as: .error),
]

let crypto: Target.Dependency = .product(name: "Crypto", package: "swift-crypto")
let hummingbird: Target.Dependency = .product(name: "Hummingbird", package: "hummingbird")
let logging: Target.Dependency = .product(name: "Logging", package: "swift-log")
let lifecycle: Target.Dependency = .product(name: "ServiceLifecycle", package: "swift-service-lifecycle")

/// What a test of use cases or pages stands on: the whole record on a real database, and the shipped schemes.
let everything: [Target.Dependency] = [
    "Domain", "Ledger", "SchemeFiles", "SQLAccess", "SQLiteAccess", "Store", "Credentials", "Casework", "Markup",
    crypto,
    logging,
]

let package = Package(
    name: "throughcare",
    platforms: [.macOS(.v15)],
    dependencies: [
        .package(url: "https://github.com/hummingbird-project/hummingbird", exact: "2.28.1"),
        .package(url: "https://github.com/groue/GRDB.swift", exact: "7.10.0"),
        .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
        .package(url: "https://github.com/apple/swift-crypto", exact: "4.5.2"),
        .package(url: "https://github.com/apple/swift-log", exact: "1.16.2"),
        .package(url: "https://github.com/apple/swift-nio", exact: "2.101.2"),
        .package(url: "https://github.com/apple/swift-nio-extras", exact: "1.35.2"),
        .package(url: "https://github.com/apple/swift-http-types", exact: "1.8.0"),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle", exact: "2.13.0"),
        .package(url: "https://github.com/jpsim/Yams", exact: "6.2.2"),
    ],
    targets: [
        .target(name: "Domain", swiftSettings: house),
        .target(name: "Markup", swiftSettings: house),
        .target(name: "SQLAccess", swiftSettings: house),
        .target(name: "Ledger", dependencies: ["Domain", crypto], swiftSettings: house),
        .target(name: "SchemeFiles", dependencies: ["Domain", "Yams"], swiftSettings: house),
        .target(name: "SQLDriver", dependencies: ["SQLAccess"], swiftSettings: house),
        .systemLibrary(name: "CSQLite", pkgConfig: "sqlite3", providers: [.apt(["libsqlite3-dev"])]),
        .target(
            name: "SQLiteAccess",
            dependencies: ["SQLAccess", "SQLDriver", "CSQLite", .product(name: "GRDB", package: "GRDB.swift")],
            swiftSettings: house),
        .systemLibrary(name: "CPostgres", pkgConfig: "libpq", providers: [.apt(["libpq-dev"])]),
        .target(name: "PostgresAccess", dependencies: ["SQLAccess", "SQLDriver", "CPostgres"], swiftSettings: house),
        .target(name: "Store", dependencies: ["Domain", "SQLAccess"], swiftSettings: house),
        .systemLibrary(name: "CArgon2", pkgConfig: "libargon2", providers: [.apt(["libargon2-dev"])]),
        .target(name: "Credentials", dependencies: ["Domain", "CArgon2", crypto], swiftSettings: house),
        .target(
            name: "Casework", dependencies: ["Domain", "Ledger", "Store", "Credentials", logging], swiftSettings: house),
        .target(
            name: "Web",
            dependencies: [
                "Domain", "Casework", "Markup", hummingbird,
                .product(name: "HummingbirdTLS", package: "hummingbird"),
                .product(name: "HummingbirdCore", package: "hummingbird"),
                .product(name: "HTTPTypes", package: "swift-http-types"),
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOHTTP1", package: "swift-nio"),
                .product(name: "NIOHTTPTypes", package: "swift-nio-extras"), logging, lifecycle,
            ], swiftSettings: house),
        .executableTarget(
            name: "throughcare",
            dependencies: [
                "Domain", "Ledger", "SchemeFiles", "SQLAccess", "SQLiteAccess", "PostgresAccess", "Store",
                "Credentials",
                "Casework", "Web", hummingbird, logging, lifecycle, crypto,
                .product(name: "UnixSignals", package: "swift-service-lifecycle"),
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ], swiftSettings: house),
        .executableTarget(
            name: "Measure",
            dependencies: [
                "Domain", "Ledger", "SchemeFiles", "SQLAccess", "SQLiteAccess", "PostgresAccess", "Store",
                "Credentials", "Casework",
                logging,
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ], path: "Benchmarks/Measure", swiftSettings: house),

        .testTarget(name: "TidyTests", swiftSettings: house),
        .testTarget(name: "DomainTests", dependencies: ["Domain"], swiftSettings: house),
        .testTarget(name: "MarkupTests", dependencies: ["Markup"], exclude: ["Goldens"], swiftSettings: house),
        .testTarget(name: "LedgerTests", dependencies: ["Domain", "Ledger"], swiftSettings: house),
        .testTarget(name: "CredentialsTests", dependencies: ["Credentials", crypto], swiftSettings: house),
        .testTarget(
            name: "SchemeFilesTests", dependencies: ["Domain", "SchemeFiles"], exclude: ["Fixtures"],
            swiftSettings: house),
        .target(name: "SQLContract", dependencies: ["SQLAccess"], path: "Tests/SQLContract", swiftSettings: house),
        .testTarget(name: "SQLAccessTests", dependencies: ["SQLAccess"], swiftSettings: house),
        .testTarget(
            name: "SQLiteAccessTests", dependencies: ["SQLAccess", "SQLDriver", "SQLiteAccess", "SQLContract"],
            swiftSettings: house),
        .target(
            name: "TestDatabases",
            dependencies: ["SQLAccess", "SQLDriver", "SQLiteAccess", "PostgresAccess", "Store"],
            path: "Tests/TestDatabases", swiftSettings: house),
        .testTarget(
            name: "PostgresAccessTests", dependencies: ["SQLAccess", "PostgresAccess", "SQLContract", "TestDatabases"],
            swiftSettings: house),
        .testTarget(
            name: "StoreTests", dependencies: ["Domain", "SQLAccess", "SQLiteAccess", "Store", "TestDatabases"],
            swiftSettings: house),
        .testTarget(name: "CaseworkTests", dependencies: everything + ["TestDatabases"], swiftSettings: house),
        .testTarget(
            name: "CommandTests", dependencies: everything + ["Web", "throughcare", "PostgresAccess", "TestDatabases"],
            swiftSettings: house),
        .testTarget(
            name: "WebTests",
            dependencies: everything + [
                "Web", "TestDatabases", hummingbird,
                .product(name: "HummingbirdTesting", package: "hummingbird"),
                .product(name: "NIOCore", package: "swift-nio"), .product(name: "NIOEmbedded", package: "swift-nio"),
            ], exclude: ["Goldens"], swiftSettings: house),
    ]
)
