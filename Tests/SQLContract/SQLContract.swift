package import SQLAccess

/// What every driver of `SQLDatabase` must do, as rules that a test runs against a fresh, empty database of its engine.
package enum SQLContract {
    /// One promise, and the check of it.
    package struct Rule: Sendable, CustomStringConvertible {
        /// The promise, as a sentence.
        package let name: String

        /// Throws `ContractBroken` where the database does not keep it. It must be fresh, and may be left in any state.
        package let check: @Sendable (any SQLDatabase) async throws -> Void

        package var description: String { name }
    }

    /// Every rule there is.
    package static let rules: [Rule] = values + queries + transactions + constraints + schema + lifetime

    /// Checks every rule, each on a database of its own.
    package static func check(_ fresh: () async throws -> any SQLDatabase) async throws {
        for rule in rules {
            let database = try await fresh()
            try await rule.check(database)
            await database.close()
        }
    }
}

/// A promise that a driver did not keep.
package struct ContractBroken: Error, CustomStringConvertible {
    package let description: String

    init(_ description: String) {
        self.description = description
    }
}

/// Throws unless what was found is what was promised.
func expect<T: Equatable>(_ found: T, _ expected: T, _ what: String = "") throws {
    if found != expected { throw ContractBroken("\(what): expected \(expected), found \(found)") }
}

/// Throws unless `body` throws exactly `fault`.
func expect<T>(_ fault: SQLFault, _ body: () async throws -> T) async throws {
    do {
        _ = try await body()
    } catch let found as SQLFault {
        return try expect(found, fault, "the fault")
    }
    throw ContractBroken("expected \(fault), but nothing was thrown")
}
