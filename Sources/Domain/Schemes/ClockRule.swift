/// The rule of a deadline: what starts it, how long it runs and on which calendar, what meets, voids and pauses it, whose
/// duty it is and on what authority.
package struct ClockRule: Hashable, Sendable {
    package var id: String
    package var title: String
    package var starts: Start
    package var instances: Instances
    /// Whether the anchor is when it occurred or when the acting agency learned of it.
    package var from: Anchor
    /// A field of the anchoring event that holds the anchor's own day or instant, such as a hearing's.
    package var fromField: String?
    package var limit: Limit
    /// An earliest day of its own, counted from other events.
    package var notBefore: [NotBefore]
    /// An anchor after this time of day counts as the next day's.
    package var cutOff: TimeOfDay?
    package var metBy: [EventPattern]
    package var voidBy: [EventPattern]
    package var pausedWhile: Condition?
    /// Runs only in these stages; empty means in all of them. Leaving them voids it.
    package var inStages: [String]
    /// The role, team or agency whose duty it is.
    package var duty: String
    /// Whether the duty is ours or the person's: a page says which of them is late.
    package var dutyIsThePersons: Bool
    package var basis: Basis
    package var source: String
    package var category: String
    /// How long before it is due it starts to show as due soon.
    package var warning: Span?
    package var escalations: [Escalation]
    /// The sentence that says why, before the anchor and the rule are added to it.
    package var because: String
    /// The purpose of appointments whose time this clock limits: the diary offers the first free time within it.
    package var books: String

    package init(
        id: String, title: String, starts: Start, instances: Instances = .latest, from: Anchor = .occurred,
        fromField: String? = nil, limit: Limit, notBefore: [NotBefore] = [], cutOff: TimeOfDay? = nil,
        metBy: [EventPattern] = [], voidBy: [EventPattern] = [], pausedWhile: Condition? = nil,
        inStages: [String] = [], duty: String = "", dutyIsThePersons: Bool = false, basis: Basis = .local,
        source: String = "", category: String = "custody", warning: Span? = nil, escalations: [Escalation] = [],
        because: String = "", books: String = ""
    ) {
        self.id = id
        self.title = title
        self.starts = starts
        self.instances = instances
        self.from = from
        self.fromField = fromField
        self.limit = limit
        self.notBefore = notBefore
        self.cutOff = cutOff
        self.metBy = metBy
        self.voidBy = voidBy
        self.pausedWhile = pausedWhile
        self.inStages = inStages
        self.duty = duty
        self.dutyIsThePersons = dutyIsThePersons
        self.basis = basis
        self.source = source
        self.category = category
        self.warning = warning
        self.escalations = escalations
        self.because = because
        self.books = books
    }

    package enum Start: Hashable, Sendable {
        /// Any of these events while the enrolment is open, its opening event included.
        case events([EventPattern])
        /// The first instant after another clock of this programme was missed.
        case missed(String)
    }

    package enum Instances: String, Hashable, Sendable, CaseIterable {
        /// Only the first anchoring event counts.
        case first
        /// A new anchor takes the place of the one before.
        case latest
        /// Each anchor has a deadline of its own.
        case each
    }

    package enum Anchor: String, Hashable, Sendable, CaseIterable {
        case occurred
        case known
    }

    package enum Limit: Hashable, Sendable {
        /// By the end of the last day, or within elapsed hours.
        case within(Span)
        /// Not before the first day, by the end of the last.
        case window(from: Span, to: Span)
        /// Once in every period, until so many in a row were met.
        case every(Span, inARow: Int?)
        /// One deadline at each of these distances from the anchor.
        case series([Span])
        /// Before the day or instant the anchoring event names, by this long.
        case before(Span)
    }

    package struct NotBefore: Hashable, Sendable {
        package var pattern: EventPattern
        package var span: Span

        package init(pattern: EventPattern, span: Span) {
            self.pattern = pattern
            self.span = span
        }
    }

    /// On what authority. Local practice warns and never voids a legal duty.
    package enum Basis: String, Hashable, Sendable, CaseIterable {
        case statute
        case guidance
        case local
    }

    /// Whom a missed deadline reaches, after how long, until a named person acknowledges it.
    package struct Escalation: Hashable, Sendable {
        package var after: Span
        package var to: String

        package init(after: Span, to: String) {
            self.after = after
            self.to = to
        }
    }
}
