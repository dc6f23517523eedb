import Domain
import SQLAccess

/// A table of rows that are derived from a subject's log.
///
/// They are worked out as a whole, and most of them as they were: only what has changed is written, so that a record
/// touches few pages of the database and meets few others.
struct DerivedTable: Sendable {
    /// A subject's rows, by their keys.
    typealias Rows = [[SQLValue]: [SQLValue]]

    private let name: StaticString
    private let key: [StaticString]
    private let width: Int
    private let reading: SQLQuery
    private let adding: SQLQuery
    private let whose: @Sendable (String) -> SQLQuery

    /// - Parameters:
    ///   - key: the columns that tell its rows apart, which come first in each row.
    ///   - rest: the other columns, in order.
    ///   - whose: the condition of a subject's rows.
    init(
        _ name: StaticString, key: [StaticString], rest: [StaticString] = [],
        whose: @escaping @Sendable (String) -> SQLQuery = { "subject = \($0)" }
    ) {
        let columns = (key + rest).map { "\(name: $0)" as SQLQuery }.joined(separator: ", ")
        reading = "SELECT \(columns) FROM \(name: name) WHERE "
        adding = "INSERT INTO \(name: name) (\(columns)) VALUES "
        self.name = name
        self.key = key
        width = key.count + rest.count
        self.whose = whose
    }

    func rows(of subject: String, on connection: Connection) throws -> Rows {
        var found: Rows = [:]
        try connection.each(reading + whose(subject)) { row in
            let values = try (0..<width).map { try row.value($0) }
            found[Array(values.prefix(key.count))] = values
        }
        return found
    }

    /// Makes a subject's rows these; of two with one key the first counts.
    ///
    /// - Parameter before: as they are, where what tells whose they are has changed since.
    func replace(
        _ rows: [[SQLValue]], of subject: String, before: Rows? = nil, on connection: Connection
    ) throws {
        var stale = try before ?? self.rows(of: subject, on: connection)
        var fresh: [[SQLValue]] = []
        var keys: Set<[SQLValue]> = []
        for row in rows {
            let key = Array(row.prefix(key.count))
            guard keys.insert(key).inserted else { continue }
            if stale[key] == row { stale[key] = nil } else { fresh.append(row) }
        }
        // What goes before what comes: a new row may take what an old one had to itself.
        for key in stale.keys { try remove(key, on: connection) }
        for row in fresh {
            let values = row.map { "\($0)" as SQLQuery }.joined(separator: ", ")
            try connection.run(adding + "(\(values))")
        }
    }

    private func remove(_ values: [SQLValue], on connection: Connection) throws {
        let condition = zip(key, values).map { "\(name: $0) = \($1)" as SQLQuery }.joined(separator: " AND ")
        try connection.run("DELETE FROM \(name: name) WHERE \(condition)")
    }
}

extension SQLValue {
    init(_ text: String?) { self = text.map(SQLValue.text) ?? .null }
    init(_ number: Int64?) { self = number.map(SQLValue.integer) ?? .null }
    init(_ number: Int?) { self.init(number.map(Int64.init)) }
    init(_ flag: Bool) { self = .integer(flag ? 1 : 0) }
    init(_ instant: Instant?) { self.init(instant?.milliseconds) }
}
