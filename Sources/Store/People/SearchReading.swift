import Domain
import SQLAccess

/// The statements of a search. Each is answered by an index of its table, and the policy stands in each.
struct SearchReading {
    let rule: AccessRule
    let limit: Int
    let connection: Connection

    private func filter(_ columns: AccessColumns) -> SQLQuery { AccessSQL(rule).filter(columns) }

    /// The person of this reference, if anything of them may be seen.
    func byReference(_ reference: String) throws -> [String] {
        let row = rule.given(try SubjectFactsReading.facts(of: reference, on: connection))
        return try TimelineReading.isAnythingVisible(of: reference, rule: row, on: connection) ? [reference] : []
    }

    func byName(_ condition: SQLQuery) throws -> [String] {
        try connection.all(Self.nameQuery(condition, filter: filter(PeopleColumns.names), limit: limit)) {
            try $0.text(0)
        }
    }

    static func nameQuery(_ condition: SQLQuery, filter: SQLQuery, limit: Int) -> SQLQuery {
        "SELECT DISTINCT n.subject FROM person_names n WHERE \(condition) AND \(filter) LIMIT \(limit)"
    }

    /// That the person of a name row was born on a day, as far as may be seen.
    func bornCondition(_ day: Day) -> SQLQuery {
        """
         AND EXISTS (SELECT 1 FROM person_births b
            WHERE b.subject = n.subject AND b.born_on = \(day.iso) AND \(filter(PeopleColumns.births)))
        """
    }

    func byBirth(_ day: Day) throws -> [String] {
        try connection.all(
            """
            SELECT DISTINCT b.subject FROM person_births b
            WHERE b.born_on = \(day.iso) AND \(filter(PeopleColumns.births)) LIMIT \(limit)
            """
        ) { try $0.text(0) }
    }

    func byIdentifier(_ values: [String]) throws -> [String] {
        try connection.all(
            """
            SELECT DISTINCT i.subject FROM person_identifiers i
            WHERE i.value IN \(list: values) AND \(filter(PeopleColumns.identifiers)) LIMIT \(limit)
            """
        ) { try $0.text(0) }
    }
}
