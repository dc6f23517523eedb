import Foundation
import SQLAccess

@testable import PostgresAccess

/// The server that the tests may make databases on: THROUGHCARE_TEST_POSTGRES is its address, which `script/test` sets.
enum Server {
    static let address = ProcessInfo.processInfo.environment["THROUGHCARE_TEST_POSTGRES"]

    static var isThere: Bool { address != nil }

    /// A database of its own for one test.
    static func fresh(collation: String = "C") throws -> Fresh {
        guard let address else { throw Missing() }
        let name = "test_" + UUID().uuidString.lowercased().filter { $0 != "-" }
        let link = try PostgresLink(address: address)
        try link.control(
            "CREATE DATABASE \(name) TEMPLATE template0 ENCODING 'UTF8' LC_COLLATE '\(collation)' LC_CTYPE 'C'")
        return Fresh(name: name, server: address, address: address.replacing("/postgres?", with: "/\(name)?"))
    }

    struct Missing: Error {}
}

/// A database that is dropped when nobody uses it any more.
final class Fresh: Sendable {
    private let name: String
    private let server: String
    let address: String

    init(name: String, server: String, address: String) {
        self.name = name
        self.server = server
        self.address = address
    }

    func open(_ options: PostgresOptions = PostgresOptions()) async throws -> PostgresDatabase {
        try await PostgresDatabase.open(address: address, options: options)
    }

    /// Ends every connection to the database, as a server that restarts does.
    func endConnections() throws {
        try PostgresLink(address: server).control(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '\(name)'")
    }

    deinit {
        // What is left behind goes with the server, which the checks made for themselves.
        try? PostgresLink(address: server).control("DROP DATABASE \(name) WITH (FORCE)")
    }
}
