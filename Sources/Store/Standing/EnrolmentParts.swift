/// What a page reads of enrolments beside their own rows and their flags.
package struct EnrolmentParts: Sendable, Hashable {
    /// The values it shows or asks for; `nil` for all of them.
    package var values: Set<String>?
    package var deadlines: Deadlines

    package enum Deadlines: Sendable, Hashable {
        /// In every state.
        case all
        /// Those that are still to be done, and of these clocks also those that are met, missed or void.
        case outstanding(andEndedOf: Set<String>)
    }

    /// Whether the person's other open enrolments lend theirs that are outstanding.
    package var countsEverythingDue: Bool

    package init(values: Set<String>? = nil, deadlines: Deadlines = .all, countsEverythingDue: Bool = false) {
        self.values = values
        self.deadlines = deadlines
        self.countsEverythingDue = countsEverythingDue
    }
}
