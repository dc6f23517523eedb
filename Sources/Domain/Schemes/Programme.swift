/// A way of working with a person: when it opens and ends, its stages, clocks, values, flags and who leads.
package struct Programme: Hashable, Sendable {
    package var id: String
    package var title: String
    package var source: String
    package var subjects: [String]
    /// The events that open an enrolment.
    package var opens: [EventPattern]
    /// Whether a second opening event opens a second enrolment while one is open.
    package var mayRunTwice: Bool
    package var stages: [Stage]
    package var endings: [Ending]
    package var suspendedWhile: Condition?
    package var clocks: [ClockRule]
    package var values: [ValueRule]
    package var flags: [FlagRule]
    package var lead: LeadRule?
    /// The agencies (ids) that own an enrolment: whoever opened it when empty.
    package var agency: String?

    package init(
        id: String, title: String, source: String = "", subjects: [String] = ["person"], opens: [EventPattern],
        mayRunTwice: Bool = false, stages: [Stage] = [], endings: [Ending] = [], suspendedWhile: Condition? = nil,
        clocks: [ClockRule] = [], values: [ValueRule] = [], flags: [FlagRule] = [], lead: LeadRule? = nil,
        agency: String? = nil
    ) {
        self.id = id
        self.title = title
        self.source = source
        self.subjects = subjects
        self.opens = opens
        self.mayRunTwice = mayRunTwice
        self.stages = stages
        self.endings = endings
        self.suspendedWhile = suspendedWhile
        self.clocks = clocks
        self.values = values
        self.flags = flags
        self.lead = lead
        self.agency = agency
    }

    package func stage(_ id: String) -> Stage? { stages.first { $0.id == id } }
    package func clock(_ id: String) -> ClockRule? { clocks.first { $0.id == id } }

    /// A step. The first stage is the one an enrolment opens in; each later one is entered by an event.
    package struct Stage: Hashable, Sendable {
        package var id: String
        package var title: String
        package var enters: [EventPattern]
        /// Only from these stages; empty means from any earlier or later one.
        package var from: [String]

        package init(id: String, title: String, enters: [EventPattern] = [], from: [String] = []) {
            self.id = id
            self.title = title
            self.enters = enters
            self.from = from
        }
    }

    package struct Ending: Hashable, Sendable {
        package var reason: String
        package var title: String
        package var when: [EventPattern]
        package var from: [String]

        package init(reason: String, title: String, when: [EventPattern], from: [String] = []) {
            self.reason = reason
            self.title = title
            self.when = when
            self.from = from
        }
    }
}

/// Something an enrolment is known by: shown on boards and the person's page, read by conditions.
package struct ValueRule: Hashable, Sendable {
    package var id: String
    package var title: String
    /// Seen only by those who may read this category.
    package var category: String
    package var reading: Reading

    package init(id: String, title: String, category: String, reading: Reading) {
        self.id = id
        self.title = title
        self.category = category
        self.reading = reading
    }

    package enum Reading: Hashable, Sendable {
        /// A field of the latest matching event since the enrolment opened.
        case latest(EventPattern, field: String)
        /// A field of the first matching event since the enrolment opened.
        case first(EventPattern, field: String)
        /// When the latest matching event occurred.
        case lastTime(EventPattern)
        case count(EventPattern, within: Span?)
        /// `yes` while the condition holds.
        case holds(Condition)
    }

    /// What is read as the last contact. A pattern that looks at other events cannot be judged on one event alone, and
    /// counts for nothing here.
    var contactPattern: EventPattern? {
        guard case .lastTime(let pattern) = reading, pattern.also == nil, pattern.hours == nil else { return nil }
        return pattern
    }
}

/// Something that must not be overlooked, raised while a condition holds.
package struct FlagRule: Hashable, Sendable {
    package var id: String
    package var title: String
    package var category: String
    package var when: Condition

    package init(id: String, title: String, category: String, when: Condition) {
        self.id = id
        self.title = title
        self.category = category
        self.when = when
    }
}

extension Programme {
    /// What its deadlines may be called: its clocks, and the alarm while nobody leads.
    package var clockIDs: [String] { clocks.map(\.id) + (lead?.alarm == nil ? [] : [LeadRule.Alarm.clock]) }
}

/// Who leads while an enrolment is open.
package struct LeadRule: Hashable, Sendable {
    /// The events by which a named worker takes the lead, with the field that names them; `nil` for the worker who
    /// recorded it.
    package var takes: [Taking]
    package var releases: [EventPattern]
    /// The duty rota that leads until somebody accepts.
    package var rota: String?
    /// What is raised while nobody leads; `nil` where only flags and boards show it.
    package var alarm: Alarm?

    package init(takes: [Taking], releases: [EventPattern] = [], rota: String? = nil, alarm: Alarm? = nil) {
        self.takes = takes
        self.releases = releases
        self.rota = rota
        self.alarm = alarm
    }

    /// A deadline that is due at once when nobody leads, and escalates until a named person acknowledges it (I-027).
    package struct Alarm: Hashable, Sendable {
        /// The clock that its deadlines name; no clock of a programme may be called so.
        package static let clock = "nobody-leads"

        package var title: String
        package var category: String
        package var source: String
        /// At least one; the first role's duty it is.
        package var escalations: [ClockRule.Escalation]

        package init(title: String, category: String, source: String = "", escalations: [ClockRule.Escalation]) {
            self.title = title
            self.category = category
            self.source = source
            self.escalations = escalations
        }
    }

    package struct Taking: Hashable, Sendable {
        package var pattern: EventPattern
        package var workerField: String?

        package init(pattern: EventPattern, workerField: String? = nil) {
            self.pattern = pattern
            self.workerField = workerField
        }
    }
}
