package import Domain
package import Store

/// Reads the published definitions and the directory from the database.
///
/// How a scheme's files become definitions is not known here: whoever starts the program passes the reader in.
package struct LoadRules: Sendable {
    /// Turns published files into schemes, in the order given.
    package typealias Reader = @Sendable ([PublishedScheme]) throws -> [Definitions.Published]

    let database: Database
    let reader: Reader

    package init(database: Database, reader: @escaping Reader) {
        self.database = database
        self.reader = reader
    }

    package func callAsFunction(now: Instant) async throws -> RulesInForce.Snapshot {
        let (published, directory) = try await database.read { connection in
            (try SchemeRows.all(on: connection), try Self.directory(now: now, on: connection))
        }
        let definitions = Definitions(try reader(published))
        let policy = AccessPolicy(definitions)
        return RulesInForce.Snapshot(definitions: definitions, policy: policy, directory: directory)
    }

    /// Who is who, as the database has it.
    static func directory(now: Instant, on connection: Connection) throws -> Directory {
        // Shifts are read three years back: an enrolment's lead on duty is the one named when it opened.
        let since = now.adding(hours: -24 * 1_100)
        return Directory(
            agencies: try AgencyRows.agencies(on: connection), workers: try AgencyRows.workers(on: connection),
            venues: try AgencyRows.venues(on: connection), roles: try AgencyRows.roles(on: connection),
            rota: Rota(try DiaryRows.shifts(endingAfter: since, on: connection)))
    }
}
