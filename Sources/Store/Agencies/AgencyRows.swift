package import Domain
import SQLAccess

package struct Agency: Hashable, Sendable {
    package var id: String
    package var title: String
    package var kind: String
    package var phone: String

    package init(id: String, title: String, kind: String, phone: String) {
        self.id = id
        self.title = title
        self.kind = kind
        self.phone = phone
    }
}

package struct Venue: Hashable, Sendable {
    package var id: String
    package var agency: String
    package var title: String
    package var address: String

    package init(id: String, agency: String, title: String, address: String) {
        self.id = id
        self.agency = agency
        self.title = title
        self.address = address
    }
}

/// A person who signs in.
package struct Worker: Hashable, Sendable {
    package var id: String
    package var signInName: String
    package var name: String
    package var phone: String
    package var leavesOn: Day?

    package init(id: String, signInName: String, name: String, phone: String, leavesOn: Day? = nil) {
        self.id = id
        self.signInName = signInName
        self.name = name
        self.phone = phone
        self.leavesOn = leavesOn
    }
}

/// A worker's acting for an agency in a role, dated.
package struct WorkerRole: Hashable, Sendable {
    package var worker: String
    package var agency: String
    package var role: String
    package var team: String
    package var venue: String?
    package var from: Day?
    package var until: Day?

    package init(
        worker: String, agency: String, role: String, team: String = "", venue: String? = nil, from: Day? = nil,
        until: Day? = nil
    ) {
        self.worker = worker
        self.agency = agency
        self.role = role
        self.team = team
        self.venue = venue
        self.from = from
        self.until = until
    }
}

package enum AgencyRows {
    package static func save(_ agency: Agency, on connection: Connection) throws {
        try connection.run(
            """
            INSERT INTO agencies (id, title, kind, phone) VALUES (\(agency.id), \(agency.title), \(agency.kind),
                \(agency.phone))
            ON CONFLICT (id) DO UPDATE SET title = excluded.title, kind = excluded.kind, phone = excluded.phone
            """)
    }

    package static func save(_ venue: Venue, on connection: Connection) throws {
        try connection.run(
            """
            INSERT INTO venues (id, agency, title, address) VALUES (\(venue.id), \(venue.agency), \(venue.title),
                \(venue.address))
            ON CONFLICT (id) DO UPDATE SET title = excluded.title, address = excluded.address
            """)
    }

    package static func save(_ worker: Worker, on connection: Connection) throws {
        try connection.run(
            """
            INSERT INTO workers (id, sign_in_name, name, phone, leaves_on)
            VALUES (\(worker.id), \(worker.signInName), \(worker.name), \(worker.phone), \(worker.leavesOn?.iso))
            ON CONFLICT (id) DO UPDATE SET name = excluded.name, phone = excluded.phone, leaves_on = excluded.leaves_on
            """)
    }

    package static func save(_ role: WorkerRole, on connection: Connection) throws {
        try connection.run(
            """
            INSERT INTO worker_roles (worker, agency, role, team, venue, from_on, until_on)
            VALUES (\(role.worker), \(role.agency), \(role.role), \(role.team), \(role.venue), \(role.from?.iso),
                \(role.until?.iso))
            ON CONFLICT (worker, agency, role) DO UPDATE SET team = excluded.team, venue = excluded.venue,
                from_on = excluded.from_on, until_on = excluded.until_on
            """)
    }

    package static func agencies(on connection: Connection) throws -> [Agency] {
        try connection.all("SELECT id, title, kind, phone FROM agencies ORDER BY title") { row in
            Agency(id: try row.text(0), title: try row.text(1), kind: try row.text(2), phone: try row.text(3))
        }
    }

    package static func venues(on connection: Connection) throws -> [Venue] {
        try connection.all("SELECT id, agency, title, address FROM venues ORDER BY title") { row in
            Venue(id: try row.text(0), agency: try row.text(1), title: try row.text(2), address: try row.text(3))
        }
    }

    package static func workers(on connection: Connection) throws -> [Worker] {
        try connection.all("SELECT id, sign_in_name, name, phone, leaves_on FROM workers ORDER BY name", read)
    }

    package static func worker(signInName: String, on connection: Connection) throws -> Worker? {
        try connection.first(
            """
            SELECT id, sign_in_name, name, phone, leaves_on FROM workers WHERE sign_in_name = \(signInName)
            """, read)
    }

    package static func worker(_ id: String, on connection: Connection) throws -> Worker? {
        try connection.first(
            "SELECT id, sign_in_name, name, phone, leaves_on FROM workers WHERE id = \(id)", read)
    }

    private static func read(_ row: any SQLRow) throws -> Worker {
        Worker(
            id: try row.text(0), signInName: try row.text(1), name: try row.text(2), phone: try row.text(3),
            leavesOn: try row.textOrNull(4).flatMap { Day($0) })
    }

    /// The roles of every worker, or of one.
    package static func roles(of worker: String? = nil, on connection: Connection) throws -> [WorkerRole] {
        let all: SQLQuery = "SELECT worker, agency, role, team, venue, from_on, until_on FROM worker_roles"
        let some: SQLQuery = worker.map { " WHERE worker = \($0)" } ?? ""
        return try connection.all(all + some + " ORDER BY worker, agency, role") { row in
            WorkerRole(
                worker: try row.text(0), agency: try row.text(1), role: try row.text(2), team: try row.text(3),
                venue: try row.textOrNull(4), from: try row.textOrNull(5).flatMap { Day($0) },
                until: try row.textOrNull(6).flatMap { Day($0) })
        }
    }

    package static func setting(_ name: String, on connection: Connection) throws -> String? {
        try connection.first("SELECT value FROM settings WHERE name = \(name)") { try $0.text(0) }
    }

    package static func set(_ name: String, _ value: String, on connection: Connection) throws {
        try connection.run(
            """
            INSERT INTO settings (name, value) VALUES (\(name), \(value))
            ON CONFLICT (name) DO UPDATE SET value = excluded.value
            """)
    }
}
