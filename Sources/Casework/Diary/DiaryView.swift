package import Domain

/// One day of an agency's diary: what is booked and what is free, in order of time.
package struct DiaryView: Sendable {
    package var day: Day
    package var agency: String
    /// Whose diary it is, where that is not the viewer's own agency.
    package var otherAgency: String?
    /// The other diaries that the viewer may open: where they book for other agencies.
    package var others: [Other]
    package var lines: [Line]
    /// More times than one page shows.
    package var hasMore: Bool
    package var asOf: Instant
    /// Whether the viewer may add times.
    package var mayAddTimes: Bool
    /// Whether the viewer may book.
    package var mayBook: Bool
    /// Whether its agency has any time in its diary, on whatever day.
    package var hasTimes: Bool

    package struct Other: Sendable, Hashable {
        /// The agency.
        package var id: String
        package var title: String
    }

    package struct Line: Sendable {
        package var startsAt: Instant
        package var minutes: Int
        package var purpose: String
        package var place: String
        package var room: String
        package var worker: String
        package var what: What
    }

    package enum What: Sendable {
        case booked(Booking)
        /// Somebody has it whom this viewer may not see.
        case taken
        /// - Parameter slot: by which it can be taken away; `nil` where this viewer may not, or it has begun.
        case free(slot: String?)
    }

    package struct Booking: Sendable {
        package var event: String
        package var person: PersonLine
        package var state: AppointmentState
        /// What can be done about it now.
        package var acts: [DiaryAct]
    }
}

/// Something a worker does about an appointment, from the row.
package struct DiaryAct: Sendable, Hashable {
    package var id: String
    package var title: String
    /// The record type it writes or opens.
    package var record: String
    package var answers: [String: String]
    /// Opens the record's page instead of writing at once.
    package var opensPage: Bool
    /// The board that offers it; `nil` for the record that belongs to a purpose.
    package var board: String?

    init(_ act: Board.Act, of board: Board?) {
        self.board = board?.id
        id = act.id
        title = act.title
        record = act.record
        answers = act.answers
        opensPage = act.opensPage
    }
}
