package import Domain
import SQLAccess

/// People whom somebody has named beyond doubt: by reference, by a number, or by both names and the date of birth.
package enum ExactPeople {
    /// - Parameter rule: what may be found at all.
    package static func subjects(
        _ wanted: PersonSearch.Wanted, rule: AccessRule, on connection: Connection
    ) throws -> Set<String> {
        let reading = SearchReading(rule: rule, limit: enough, connection: connection)
        var found = Set(try wanted.reference.map(reading.byReference) ?? [])
        if !wanted.identifiers.isEmpty { found.formUnion(try reading.byIdentifier(wanted.identifiers)) }
        if !wanted.family.isEmpty, !wanted.given.isEmpty, let born = wanted.bornOn {
            let names: SQLQuery = "n.family_key = \(wanted.family) AND n.given_key = \(wanted.given)"
            found.formUnion(try reading.byName(names + reading.bornCondition(born)))
        }
        return found
    }

    /// Two are one too many.
    private static let enough = 2
}
