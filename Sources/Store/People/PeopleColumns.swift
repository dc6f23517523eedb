import Domain
import SQLAccess

/// The tables to search people by, as the policy reads their rows.
enum PeopleColumns {
    static let names = AccessColumns(
        subject: "n.subject", category: "n.category", owner: "n.agency", type: "n.type")
    static let births = AccessColumns(
        subject: "b.subject", category: "b.category", owner: "b.agency", type: "b.type")
    static let identifiers = AccessColumns(
        subject: "i.subject", category: "i.category", owner: "i.agency", type: "i.type")
    /// Sections of the log itself.
    static let sections = AccessColumns(
        subject: "e.subject", category: "s.section", owner: "e.agency", type: "e.type")
}
