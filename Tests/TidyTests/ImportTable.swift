/// Which target may import what. The layers stand on this table: a line added here is a decision, not a convenience.
enum ImportTable {
    /// Any target but Domain, Markup and SQLAccess may import these.
    static let everywhere: Set<String> = ["Collections", "Algorithms", "Synchronization"]

    static let allowed: [String: Set<String>] = [
        // A lock, for what is made of a rule once and kept (docs/decisions/0011).
        "Domain": ["Synchronization"],
        "Markup": [],
        "SQLAccess": [],
        "Ledger": ["Domain", "Crypto"],
        "SchemeFiles": ["Domain", "Yams", "Foundation"],
        "SQLDriver": ["SQLAccess"],
        "SQLiteAccess": ["SQLAccess", "SQLDriver", "CSQLite", "GRDB", "GRDBSQLite", "Dispatch"],
        "PostgresAccess": ["SQLAccess", "SQLDriver", "CPostgres", "Dispatch"],
        "Store": ["Domain", "SQLAccess"],
        "Credentials": ["Domain", "Crypto", "CArgon2", "Dispatch"],
        "Casework": ["Domain", "Ledger", "Store", "Credentials", "Logging"],
        "Web": [
            "Domain", "Casework", "Markup", "Hummingbird", "HummingbirdCore", "HummingbirdTLS", "HTTPTypes", "NIOCore",
            "NIOHTTP1", "NIOHTTPTypes", "NIOHTTPTypesHTTP1", "NIOPosix", "NIOSSL", "Logging", "Metrics",
            "ServiceLifecycle", "Foundation", "FoundationEssentials",
        ],
    ]

    /// Targets where nothing outside the language may be imported, not even the libraries of `everywhere`.
    static let pure: Set<String> = ["Domain", "Markup", "SQLAccess"]

    /// The modules a file imports, in whatever way.
    static func imports(in source: String) -> [String] {
        source.split(separator: "\n").compactMap { line in
            let words = line.split(separator: " ").filter { !$0.hasPrefix("@") }
            guard let place = words.firstIndex(of: "import"),
                words[..<place].allSatisfy({ ["package", "public", "internal", "private", "fileprivate"].contains($0) }
                ),
                place + 1 < words.count
            else { return nil }
            let kinds: Set<Substring> = ["struct", "class", "enum", "protocol", "func", "typealias", "let", "var"]
            let name = kinds.contains(words[place + 1]) ? words[place + 2] : words[place + 1]
            return String(name.split(separator: ".")[0])
        }
    }

    /// What a file of a target imports and may not.
    static func strangers(in source: String, target: String) -> [String] {
        guard let allowed = allowed[target] else { return [] }
        let free = pure.contains(target) ? [] : everywhere
        return imports(in: source).filter { !allowed.contains($0) && !free.contains($0) }
    }
}
