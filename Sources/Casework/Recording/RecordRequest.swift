package import Domain
import Store

/// What a worker asks to record.
package struct RecordRequest: Sendable {
    package var subject: String
    package var type: String
    package var answers: [String: Answer]
    /// When it occurred; now when not said, and for a correction when the corrected event did.
    package var occurred: Moment?
    /// When the agency learned of it; now when not said.
    package var known: Instant?
    package var act: Event.Act
    /// The form's key and a digest of what it sent, so that a second press writes nothing.
    package var key: (name: String, bodyDigest: String)?
    /// What was typed and could not be read: it is reported together with what is missing.
    package var unread: [FieldProblem]
    /// The line of a list from another system that this is, so that the list may be loaded twice, by anybody.
    package var line: ListLine?
    /// The warnings that the worker has read and records in spite of, by id. `nil` where there is nobody to read them, as
    /// when a list is loaded.
    package var warningsRead: Set<String>? = []
    /// The row of a board that opened the form. What it no longer offers when the form is sent is recorded only by who has
    /// read so: somebody else may have done the same meanwhile.
    package var openedFrom: OfferedAct?
    /// Whether what the worker pressed is still offered, asked on the record that the event is added to: of several who
    /// press at once, one is first.
    var isStillOffered: (@Sendable (Connection) throws -> Bool)?

    package init(
        subject: String, type: String, answers: [String: Answer], occurred: Moment? = nil, known: Instant? = nil,
        act: Event.Act = .record, key: (name: String, bodyDigest: String)? = nil,
        unread: [FieldProblem] = [], line: ListLine? = nil
    ) {
        self.subject = subject
        self.type = type
        self.answers = answers
        self.occurred = occurred
        self.known = known
        self.act = act
        self.key = key
        self.unread = unread
        self.line = line
    }
}

/// A line of a list from another system, by what that system calls it.
package struct ListLine: Hashable, Sendable {
    /// The board that the list fills.
    package var list: String
    package var key: String

    package init(list: String, key: String) {
        self.list = list
        self.key = key
    }
}

/// What came of it: the page says what changed and why.
package struct RecordReceipt: Sendable, Equatable {
    package var event: String
    package var subject: String
    package var changes: [StandingChange]
    package var finding: Decision.Finding?
    /// True when the same form had been sent before: nothing new was written.
    package var wasRepeated: Bool
}

extension RecordReceipt {
    /// Of a form that was sent before.
    init(repeated event: String, subject: String) {
        self.init(event: event, subject: subject, changes: [], wasRepeated: true)
    }
}
