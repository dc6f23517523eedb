/// A role's working list: who is on it, its columns and order, and the acts done in the row.
package struct Board: Hashable, Sendable {
    package var id: String
    package var title: String
    package var source: String
    /// The roles whose day opens here.
    package var opensFor: [String]
    /// The roles who may open it besides.
    package var alsoFor: [String]
    /// Who is on it.
    package var rows: Rows
    package var whose: Whose
    /// Whether what is due in the person's other programmes counts in their row too.
    package var countsEverythingDue = false
    package var `where`: Condition
    package var columns: [Column]
    package var order: [Order]
    package var acts: [Act]
    /// What the board says when nobody is on it.
    package var empty: String
    /// A file from another system that fills it.
    package var load: Load?

    package init(
        id: String, title: String, source: String = "", opensFor: [String] = [], alsoFor: [String] = [], rows: Rows,
        whose: Whose = .agency, where condition: Condition = .always, columns: [Column], order: [Order] = [],
        acts: [Act] = [], empty: String = "Nobody is on this list.", load: Load? = nil
    ) {
        self.id = id
        self.title = title
        self.source = source
        self.opensFor = opensFor
        self.alsoFor = alsoFor
        self.rows = rows
        self.whose = whose
        self.where = condition
        self.columns = columns
        self.order = order
        self.acts = acts
        self.empty = empty
        self.load = load
    }

    package enum Rows: Hashable, Sendable {
        /// People with an open enrolment in a programme.
        case enrolments(String)
        /// Appointments of the chosen day.
        case appointments
    }

    /// Of those, whose.
    package enum Whose: String, Hashable, Sendable, CaseIterable {
        case mine
        case team
        case agency
        case everyone
    }

    package struct Column: Hashable, Sendable {
        package var title: String
        package var show: Show

        package init(title: String, show: Show) {
            self.title = title
            self.show = show
        }
    }

    package enum Show: Hashable, Sendable {
        case name
        case stage
        case since
        /// Since when nobody leads, as the alarm of the programme's lead rule knows it.
        case noLeadSince
        case lead
        case value(String)
        /// The most pressing open deadline, or the named clock's.
        case due(String?)
        case flags
        case appointmentTime
        case appointmentVenue
        case appointmentPurpose
        case appointmentState
    }

    package enum Order: Hashable, Sendable {
        case due
        case since
        case name
        case value(String)
        case flagged
        /// Those who have the flag first.
        case flag(String)
        case appointmentTime
    }

    /// What is done in the row: one press that writes one event, or opens a record with the person chosen.
    package struct Act: Hashable, Sendable {
        package var id: String
        package var title: String
        package var record: String
        /// Answers fixed by the act. When these are all it needs, one press does it.
        package var answers: [String: String]
        /// Opens the record's page instead of writing at once.
        package var opensPage: Bool
        /// What the page that it opens says before anything is recorded; empty where nothing need be said.
        package var warning = ""
        package var when: Condition

        package init(
            id: String, title: String, record: String, answers: [String: String] = [:], opensPage: Bool = false,
            when: Condition = .always
        ) {
            self.id = id
            self.title = title
            self.record = record
            self.answers = answers
            self.opensPage = opensPage
            self.when = when
        }
    }

    /// How the lines of a CSV file become records.
    package struct Load: Hashable, Sendable {
        package var title: String
        package var record: String
        /// Column heading to field id of the record or of the person's identification.
        package var columns: [Column]
        /// The heading whose value is the same for the same stay, so that a file may be loaded twice.
        package var key: String

        package init(title: String, record: String, columns: [Column], key: String) {
            self.title = title
            self.record = record
            self.columns = columns
            self.key = key
        }

        package struct Column: Hashable, Sendable {
            package var heading: String
            package var target: Target

            package init(heading: String, target: Target) {
                self.heading = heading
                self.target = target
            }
        }

        package enum Target: Hashable, Sendable {
            case field(String)
            case fact(PersonFact)
            case occurred
        }
    }
}
