package struct DemoAgency: Sendable, Hashable {
    /// The id that the sharing agreement uses.
    package var id: String
    package var title: String
    package var kind: String
    package var phone: String

    package init(id: String, title: String, kind: String, phone: String) {
        self.id = id
        self.title = title
        self.kind = kind
        self.phone = phone
    }
}

package struct DemoVenue: Sendable, Hashable {
    package var id: String
    package var agency: String
    package var title: String
    package var address: String

    package init(id: String, agency: String, title: String, address: String) {
        self.id = id
        self.agency = agency
        self.title = title
        self.address = address
    }
}

/// Somebody who signs in. Nobody of that name works anywhere.
package struct DemoWorker: Sendable, Hashable {
    package var signInName: String
    package var name: String
    package var phone: String
    package var agency: String
    /// What they may act as, the usual one first.
    package var roles: [String]
    package var team: String
    package var venue: String?

    package init(
        signInName: String, name: String, phone: String, agency: String, roles: [String], team: String, venue: String?
    ) {
        self.signInName = signInName
        self.name = name
        self.phone = phone
        self.agency = agency
        self.roles = roles
        self.team = team
        self.venue = venue
    }
}

/// Who is on duty: a daily round of shifts, each taken by the next of its workers for a few days.
package struct DemoRota: Sendable, Hashable {
    package var id: String
    package var agency: String
    /// Sign-in names.
    package var workers: [String]
    package var shifts: [Shift]
    /// How far back and ahead of today it is written.
    package var daysBack: Int
    package var daysAhead: Int

    package struct Shift: Sendable, Hashable {
        package var from: TimeOfDay
        /// Earlier than `from`, it is the next day's.
        package var until: TimeOfDay

        package init(from: TimeOfDay, until: TimeOfDay) {
            self.from = from
            self.until = until
        }
    }

    package init(
        id: String, agency: String, workers: [String], shifts: [Shift], daysBack: Int, daysAhead: Int
    ) {
        self.id = id
        self.agency = agency
        self.workers = workers
        self.shifts = shifts
        self.daysBack = daysBack
        self.daysAhead = daysAhead
    }
}

/// Times that can be booked, the same every week.
package struct DemoDiary: Sendable, Hashable {
    package var agency: String
    package var venue: String
    package var purpose: String
    package var room: String
    package var weekdays: [Weekday]
    package var times: [TimeOfDay]
    package var minutes: Int
    package var daysBack: Int
    package var daysAhead: Int

    package init(
        agency: String, venue: String, purpose: String, room: String, weekdays: [Weekday], times: [TimeOfDay],
        minutes: Int, daysBack: Int, daysAhead: Int
    ) {
        self.agency = agency
        self.venue = venue
        self.purpose = purpose
        self.room = room
        self.weekdays = weekdays
        self.times = times
        self.minutes = minutes
        self.daysBack = daysBack
        self.daysAhead = daysAhead
    }
}
