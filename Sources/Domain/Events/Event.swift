/// One recorded thing: what happened to a subject, when, and who says so. Events are never changed; a correction is
/// another event (design: "The record").
package struct Event: Hashable, Sendable {
    /// A short random reference, unique in the record.
    package var id: String
    /// The subject it belongs to: a person, an encounter with no name, a household, a session …
    package var subject: String
    /// The scheme-qualified id of its record type, such as `core/contact`.
    package var type: String
    /// The published version of the scheme it was made under.
    package var version: String
    package var act: Act
    package var occurred: Moment
    /// When the acting agency learned of it.
    package var known: Instant
    /// When it was entered here.
    package var recorded: Instant
    /// The reference of the worker who says so.
    package var by: String
    /// The agency that worker acted for.
    package var agency: String
    /// By field id. A field with no entry was never touched.
    package var answers: [String: Answer]

    package init(
        id: String, subject: String, type: String, version: String = "", act: Act = .record, occurred: Moment,
        known: Instant, recorded: Instant, by: String, agency: String, answers: [String: Answer] = [:]
    ) {
        self.id = id
        self.subject = subject
        self.type = type
        self.version = version
        self.act = act
        self.occurred = occurred
        self.known = known
        self.recorded = recorded
        self.by = by
        self.agency = agency
        self.answers = answers
    }

    /// What an event does to the record.
    package enum Act: Hashable, Sendable {
        case record
        /// Takes the place of the event it names.
        case amend(String, reason: String)
        /// Says that the event it names was entered in error.
        case withdraw(String, reason: String)
        /// Takes the event it names to the right subject: this event's own.
        case move(String, reason: String)

        /// The id of the event it corrects.
        package var supersedes: String? {
            switch self {
            case .record: nil
            case .amend(let id, _), .withdraw(let id, _), .move(let id, _): id
            }
        }

        /// Why, for a correction.
        package var reason: String? {
            switch self {
            case .record: nil
            case .amend(_, let reason), .withdraw(_, let reason), .move(_, let reason): reason
            }
        }

        /// The word for it in the log and the ledger.
        package var word: String {
            switch self {
            case .record: "record"
            case .amend: "amend"
            case .withdraw: "withdraw"
            case .move: "move"
            }
        }
    }
}
