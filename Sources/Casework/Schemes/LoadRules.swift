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

    package func callAsFunction() async throws -> RulesInForce.Snapshot {
        let (published, directory) = try await database.read { connection in
            (try SchemeRows.all(on: connection), try Self.directory(on: connection))
        }
        let definitions = Definitions(try reader(published))
        let policy = AccessPolicy(definitions)
        return RulesInForce.Snapshot(definitions: definitions, policy: policy, directory: directory)
    }

    /// Who is who, as the database has it.
    static func directory(on connection: Connection) throws -> Directory {
        Directory(
            agencies: try AgencyRows.agencies(on: connection), workers: try AgencyRows.workers(on: connection),
            venues: try AgencyRows.venues(on: connection), roles: try AgencyRows.roles(on: connection),
            // All that there ever were: the lead on duty of an old enrolment is the one who was named when it opened.
            rota: Rota(try DiaryRows.shifts(on: connection)))
    }
}
