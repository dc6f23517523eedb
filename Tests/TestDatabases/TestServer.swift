import Foundation
import SQLAccess

@testable package import PostgresAccess

/// The PostgreSQL that the tests may make databases on: THROUGHCARE_TEST_POSTGRES is its address, which `script/test`
/// sets.
package enum TestServer {
    static let address = ProcessInfo.processInfo.environment["THROUGHCARE_TEST_POSTGRES"]

    package static var isThere: Bool { address != nil }

    /// A database of its own for one test.
    ///
    /// - Parameter template: the database that it is a copy of.
    package static func fresh(collation: String = "C", template: String = "template0") throws -> FreshDatabase {
        guard let address else { throw NoServer() }
        let name = "test_" + UUID().uuidString.lowercased().filter { $0 != "-" }
        try PostgresLink(address: address).control(
            """
            CREATE DATABASE \(name) TEMPLATE \(template) ENCODING 'UTF8' LC_COLLATE '\(collation)' LC_CTYPE 'C'
            STRATEGY FILE_COPY
            """)
        return FreshDatabase(name: name, server: address, address: address.replacing("/postgres?", with: "/\(name)?"))
    }

    package struct NoServer: Error, CustomStringConvertible {
        package var description: String { "there is no PostgreSQL: THROUGHCARE_TEST_POSTGRES is not set" }
    }
}

/// A database that is dropped when nobody uses it any more.
package final class FreshDatabase: Sendable {
    package let name: String
    private let server: String
    package let address: String

    init(name: String, server: String, address: String) {
        self.name = name
        self.server = server
        self.address = address
    }

    package func open(_ options: PostgresOptions = PostgresOptions()) async throws -> PostgresDatabase {
        try await PostgresDatabase.open(address: address, options: options)
    }

    /// Ends every connection to the database, as a server that restarts does.
    package func endConnections() throws {
        try PostgresLink(address: server).control(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '\(name)'")
    }

    deinit {
        // What is left behind goes with the server, which the checks made for themselves.
        try? PostgresLink(address: server).control("DROP DATABASE IF EXISTS \(name) WITH (FORCE)")
    }
}
