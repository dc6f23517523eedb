/// One point in time beside another: before it, after it, or simply not the same.
///
/// What is known only to the day is a whole day, and *before* and *after* hold only where that leaves no doubt.
package struct MomentTest: Hashable, Sendable {
    package var relation: Relation
    package var other: Other

    package init(_ relation: Relation, _ other: Other) {
        self.relation = relation
        self.other = other
    }

    package enum Relation: String, Hashable, Sendable, CaseIterable {
        case before
        case after
        case otherThan = "other-than"
    }

    /// What is compared with. A test against what is not there never holds.
    package enum Other: Hashable, Sendable {
        /// When the event at hand occurred.
        case record
        /// So many hours before the event at hand occurred: what is a little late may still be meant.
        case hoursBeforeRecord(Int)
        /// An answer of the form or event at hand.
        case answer(String)
        /// The latest answer to a field in matching events that had occurred by then.
        case latest([EventPattern], field: String)
        /// When the last matching event of the whole record occurred.
        case lastTime([EventPattern])
    }
}
