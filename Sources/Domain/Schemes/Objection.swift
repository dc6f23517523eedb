/// What a scheme says against a record that is about to be made: a stop or a warning.
package struct Objection: Hashable, Sendable {
    package var id: String
    /// Holds of the answers, the decision made from them, and the record so far.
    package var when: Condition
    /// What is wrong and what to do instead, for the worker.
    package var because: String
    /// The question it stands at; `nil` for the form as a whole.
    package var field: String?

    package init(id: String, when: Condition, because: String, field: String? = nil) {
        self.id = id
        self.when = when
        self.because = because
        self.field = field
    }
}
