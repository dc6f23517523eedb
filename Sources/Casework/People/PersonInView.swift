import Domain
import Store

/// The one way from a reference to a person: through what the viewer may see of them.
enum PersonInView {
    /// The rule for the rows of this person; `nil` when the viewer may see nothing of them, or there is nobody.
    static func row(_ subject: String, rule: AccessRule, on connection: Connection) throws -> RowRule? {
        let facts = try SubjectFactsReading.facts(of: subject, on: connection)
        let row = rule.given(facts)
        guard try TimelineReading.isAnythingVisible(of: subject, rule: row, on: connection) else { return nil }
        return row
    }
}
