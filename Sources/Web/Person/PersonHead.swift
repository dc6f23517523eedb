import Casework
import Domain
import Markup

/// The banner of a person's pages: what must be known before a call or a visit, and who leads.
///
/// Only what the viewer may see is in the view; a fact that nobody in view has stated is said to be unknown only where
/// its absence could do harm: how to reach them safely.
struct PersonHead {
    let person: PersonView
    let words: RecordWords

    var html: HTML {
        personBanner(
            name: person.identity.full, identity: identity, alerts: alerts,
            facts: [due].compactMap { $0 } + reaching + others + leads + [seen, next].compactMap { $0 } + runs)
    }

    /// "Rob. Born 2 May 1985, 28. Reference K7M2-9QXF-G".
    private var identity: String {
        let head = person.identity
        let age = head.age.map { ", \($0)" } ?? ""
        let parts = [
            head.knownAs.isEmpty ? nil : "Known as \(head.knownAs)",
            head.born.isEmpty ? nil : "Born \(head.born)\(age)",
            "Reference \(head.reference)",
        ]
        return parts.compactMap { $0 }.joined(separator: ". ")
    }

    private static let noLead = "No lead worker"

    /// Safety first: for the worker, for the person, then what the rules have raised.
    private var alerts: [HTML] {
        var alerts: [HTML] = []
        if let safety = person.fact(.safety) { alerts.append(badge("Worker safety: \(safety.text)", .red)) }
        if let concern = person.fact(.concern) { alerts.append(badge("Concern now: \(concern.text)", .red)) }
        if person.fact(.interpreter)?.codes == ["yes"] { alerts.append(badge("Interpreter needed", .purple)) }
        let open = person.enrolments.filter(\.isOpen)
        let hasNoLead = open.contains { $0.lead == .nobody }
        if hasNoLead { alerts.append(badge(Self.noLead, .red)) }
        // What is said already is not said again by a flag of the same words.
        var said: Set<String> = hasNoLead ? [Self.noLead.lowercased()] : []
        let flags = open.flatMap(\.flags).filter { said.insert($0.lowercased()).inserted }
        return alerts + flags.map { badge($0, .purple) }
    }

    /// What presses most, with its sign: the page says more.
    private var due: SummaryRow? {
        let outstanding = person.enrolments.filter(\.isOpen).flatMap(\.deadlines).filter(\.isOutstanding)
        guard let first = outstanding.min(by: { $0.dueAt < $1.dueAt }) else { return nil }
        let more = outstanding.count - 1
        let others: HTML? =
            more > 0 ? "<br>\(link("and \(more) more", href: PersonPart.due.href(person.identity), about: "due"))" : nil
        return SummaryRow("Due first", value: "\(first.title)<br>\(DueWords(first).mark)\(others)")
    }

    /// What is not said to be safe is not used: a number is only a link where calling is said to be safe.
    private var reaching: [SummaryRow] {
        let safe = person.fact(.safeContact)
        let safeWords = safe.map { $0.codes.isEmpty ? $0.text : "Safe by: \($0.text)" }
        let note: HTML? = person.fact(.contactNote).map { "<br>\(TimelinePage.lines($0.text))" }
        var rows = [
            SummaryRow(
                "Reaching them safely",
                value: "\(safeWords ?? unknownReach)\(note)")
        ]
        if let phone = person.fact(.phone)?.text {
            let mayCall = safe?.codes.contains(SafeContact.Channel.phone.rawValue) ?? false
            rows.append(
                SummaryRow(
                    "Phone",
                    value: mayCall ? link(phone, href: .telephone(phone)) : "\(phone) (not said to be safe to call)"))
        }
        if let address = person.fact(.address) {
            rows.append(SummaryRow("Where they stay", value: TimelinePage.lines(address.text)))
        }
        return rows
    }

    /// Whether there is a word on it out of view is said only where the record may be named, or where the role sees no such
    /// record at all, whatever it holds.
    private var unknownReach: String {
        let before = "before you call, write or leave a message"
        switch person.reach {
        case .withheld(let owners):
            let who = owners.map(words.agency).joined(separator: ", ")
            return "Not shown to your role: ask \(who) \(before)"
        case .notForRole: return "Not shown to your role: ask their lead worker, or those who referred them, \(before)"
        case .notKnown: return "Nothing that you may see says how: ask \(before)"
        }
    }

    private var others: [SummaryRow] {
        [PersonFact.communicationNeed, .language, .children].compactMap { fact in
            person.fact(fact).map { SummaryRow(Self.title(fact), value: "\($0.text)") }
        }
    }

    private static func title(_ fact: PersonFact) -> String {
        switch fact {
        case .communicationNeed: "To follow and be understood"
        case .language: "First language"
        default: "Children"
        }
    }

    /// One line for each way of working in view in which somebody must lead. Where there is none, nothing is said: there may
    /// be one out of view.
    private var leads: [SummaryRow] {
        person.enrolments.filter { $0.isOpen && ![.notNeeded, .notShown].contains($0.lead) }.map {
            SummaryRow("Lead worker, \($0.title)", value: Self.words($0.lead))
        }
    }

    private static func words(_ lead: EnrolmentLine.Lead) -> HTML {
        switch lead {
        case .notNeeded, .notShown: return "–"
        case .nobody: return "<strong>No lead worker</strong>"
        case .worker(let name, let phone, let isOnDuty, let from):
            let call: HTML? = phone.isEmpty ? nil : ", \(link(phone, href: .telephone(phone)))"
            let duty = from.map { " (on duty from \(London.text($0)))" } ?? (isOnDuty ? " (on duty)" : "")
            return "\(name)\(duty)\(call)"
        }
    }

    private var seen: SummaryRow? {
        let text = person.lastSeen.map { seen in
            "\(Self.when(seen.at, isDayOnly: seen.isDayOnly)) by \(words.worker(seen.by)), \(words.agency(seen.agency))"
        }
        return SummaryRow(
            "Last contact", value: "\(text ?? "Nobody in your view has recorded any contact with them")")
    }

    private var next: SummaryRow? {
        person.nextAppointment.map { appointment in
            SummaryRow(
                "Next appointment",
                value: """
                    \(London.text(appointment.startsAt)), \(appointment.purposeTitle), \
                    \(appointment.place)
                    """)
        }
    }

    /// "7 of 12": how far a rhythm has come.
    private var runs: [SummaryRow] {
        person.enrolments.filter(\.isOpen).flatMap { enrolment in
            enrolment.deadlines.last { $0.ofInARow != nil }.map { deadline in
                [
                    SummaryRow(
                        enrolment.title,
                        value: "\(deadline.title): \(deadline.inARow ?? 0) of \(deadline.ofInARow ?? 0)")
                ]
            } ?? []
        }
    }

    static func when(_ instant: Instant, isDayOnly: Bool) -> String {
        isDayOnly ? London.day(of: instant).text : London.text(instant)
    }
}
