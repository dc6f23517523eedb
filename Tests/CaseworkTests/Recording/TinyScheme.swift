import Domain

/// A small scheme with one of everything the recording use cases treat apart: a stay with a clock and a lead, a decision,
/// an identification, bookings, and a form with every kind of field.
enum TinyScheme {
    static let definitions = Definitions([Definitions.Published(scheme: scheme)])

    static var scheme: Scheme {
        var scheme = Scheme(id: "t", title: "Tiny", digest: "0123456789abcdef")
        scheme.categories = ["identity", "custody", "tests", "appointments", "lead", "notes"].map {
            Scheme.Category(id: $0, title: $0)
        }
        scheme.roles = [
            Scheme.Role(
                id: "officer", title: "Officer", categories: ["identity", "custody", "tests", "appointments", "lead"]),
            Scheme.Role(
                id: "worker", title: "Worker",
                categories: ["identity", "custody", "tests", "appointments", "lead", "notes"]),
            Scheme.Role(id: "clerk", title: "Clerk", categories: ["identity"]),
            Scheme.Role(id: "administrator", title: "Administrator", categories: [], mayAdminister: true),
        ]
        scheme.purposes = [Scheme.Purpose(id: "custody", title: "Custody")]
        scheme.recordTypes = types
        scheme.programmes = [stay]
        scheme.decisions = [decision]
        scheme.boards = [cells, dayList]
        scheme.agreements = [agreement]
        scheme.bankHolidays = BankHolidays([:], complete: 2013...2014)
        return scheme
    }

    private static var types: [RecordType] {
        [
            RecordType(
                id: "t/details", title: "Details", fields: details, actsAs: .identification, rank: -20,
                dayCountsAtStart: true),
            RecordType(id: "t/arrival", title: "Arrival", fields: arrival, rank: -10, dayCountsAtStart: true),
            RecordType(id: "t/visit", title: "Visit", fields: visit),
            RecordType(
                id: "t/decide", title: "Decision", fields: decide, completedBy: ["officer"], decision: "t/testing"),
            RecordType(
                id: "t/booking", title: "Booking",
                fields: [
                    Field(id: "at", question: "When?", kind: .instant, category: "appointments", required: true),
                    Field(id: "purpose", question: "What for?", kind: purposes, category: "appointments"),
                    Field(id: "worker", question: "With whom?", kind: .worker, category: "appointments"),
                    Field(id: "venue", question: "Where?", kind: .venue, category: "appointments"),
                ], actsAs: .appointment),
            RecordType(
                id: "t/attended", title: "Attendance",
                fields: [
                    Field(
                        id: "outcome", question: "Who came?", kind: outcomes, category: "appointments", required: true),
                    Field(
                        id: "appointment", question: "Which?", kind: .text(lines: 1, limit: 40),
                        category: "appointments"),
                ], actsAs: .attendance),
            RecordType(
                id: "t/lead", title: "Lead",
                fields: [
                    Field(
                        id: "worker", question: "Who leads?", kind: .worker, category: "lead", required: true,
                        prefill: [Prefill(when: .always, value: .me, because: "You")])
                ], actsAs: .acceptance),
            RecordType(
                id: "t/left", title: "Left",
                fields: [Field(id: "to", question: "Where to?", kind: .text(lines: 1, limit: 80), category: "custody")]),
            RecordType(id: "t/everything", title: "Everything", fields: everything, scores: [score]),
            RecordType(
                id: "t/associate", title: "Associate",
                fields: [Field(id: "who", question: "Who?", kind: .person, category: "custody", required: true)]),
        ]
    }

    private static var details: [Field] {
        [
            Field(
                id: "family", question: "Family name", kind: .text(lines: 1, limit: 80), category: "identity",
                fact: .familyName),
            Field(
                id: "given", question: "Given name", kind: .text(lines: 1, limit: 80), category: "identity",
                fact: .givenName),
            Field(
                id: "born", question: "Date of birth", kind: .day, category: "identity", fact: .birthDate,
                missingAllowed: [.declined, .notKnown]),
            Field(
                id: "sex", question: "Sex", kind: .choice(.own([option("f", "Female"), option("m", "Male")])),
                category: "identity", fact: .sex),
        ]
    }

    private static var arrival: [Field] {
        [
            Field(
                id: "record", question: "Custody record", kind: .text(lines: 1, limit: 40), category: "custody",
                fact: .custodyRecord),
            Field(id: "offence", question: "Offence", kind: .text(lines: 1, limit: 80), category: "custody"),
            Field(id: "cell", question: "Cell", kind: .text(lines: 1, limit: 8), category: "custody"),
            Field(id: "alcohol", question: "Alcohol?", kind: .yesNo, category: "custody"),
        ]
    }

    private static var visit: [Field] {
        [
            Field(
                id: "outcome", question: "What came of it?",
                kind: .choice(
                    .own([option("seen", "Seen"), option("refused", "Refused"), option("unwell", "Unwell")])),
                category: "custody", required: true),
            Field(
                id: "doctor", question: "Was a doctor called?", kind: .yesNo, category: "custody",
                requiredWhen: .answer(AnswerTest(field: "outcome", comparison: .isAny(["unwell"]))),
                showWhen: .answer(AnswerTest(field: "outcome", comparison: .isAny(["unwell"]))),
                missingAllowed: [.notKnown]),
            Field(
                id: "when", question: "When did the doctor come?", kind: .day, category: "custody",
                showWhen: .answer(AnswerTest(field: "doctor", comparison: .isAny(["yes"])))),
            Field(id: "note", question: "Note", kind: .text(lines: 3, limit: 200), category: "notes"),
        ]
    }

    private static var decide: [Field] {
        [
            Field(
                id: "asked", question: "Does anybody ask for a test?", kind: .yesNo, category: "tests",
                missingAllowed: [.notKnown]),
            Field(
                id: "offence", question: "Offence", kind: .text(lines: 1, limit: 80), category: "custody",
                prefill: [
                    Prefill(
                        when: .always, value: .latest(EventPattern(types: ["t/arrival"]), field: "offence"),
                        because: "From the arrival")
                ]),
            Field(
                id: "outcome", question: "Decision",
                kind: .choice(.own([option("test", "Test"), option("no-test", "No test")])), category: "tests"),
            Field(id: "rule", question: "Rule", kind: .text(lines: 1, limit: 40), category: "tests"),
        ]
    }

    private static var everything: [Field] {
        let options: Field.Options = .own([
            Option(code: "a", title: "First", points: 1), Option(code: "b", title: "Second", points: 4),
        ])
        return [
            Field(id: "text", question: "Text", kind: .text(lines: 2, limit: 20), category: "custody"),
            Field(id: "choice", question: "Choice", kind: .choice(options), category: "custody"),
            Field(
                id: "choices", question: "Choices", kind: .choices(options), category: "custody",
                missingAllowed: [.notAsked, .declined]),
            Field(
                id: "number", question: "Number",
                kind: .number(unit: "mg", range: Quantity(whole: 0)...Quantity(whole: 100), whole: false),
                category: "custody", missingAllowed: [.declined]),
            Field(id: "day", question: "Day", kind: .day, category: "custody"),
            Field(id: "instant", question: "Instant", kind: .instant, category: "custody"),
            Field(id: "yes-no", question: "Yes or no", kind: .yesNo, category: "custody", missingAllowed: [.notAsked]),
            Field(
                id: "scale", question: "Scale", kind: .scale(from: 0, through: 20, low: "poor", high: "good"),
                category: "custody"),
            Field(id: "weeks", question: "Weeks", kind: .weeks(4), category: "custody"),
            Field(id: "worker", question: "Worker", kind: .worker, category: "custody"),
            Field(id: "agency", question: "Agency", kind: .agency, category: "custody"),
            Field(id: "venue", question: "Venue", kind: .venue, category: "custody"),
            Field(id: "person", question: "Person", kind: .person, category: "custody"),
            Field(id: "money", question: "Money", kind: .money, category: "custody"),
        ]
    }

    private static var score: Score {
        Score(
            id: "sum", title: "Sum", sum: ["choice", "scale"],
            bands: [Score.Band(from: 0, title: "Low"), Score.Band(from: 10, title: "High")], category: "custody")
    }

    private static var stay: Programme {
        Programme(
            id: "t/stay", title: "In custody", opens: [EventPattern(types: ["t/arrival"])],
            stages: [
                Programme.Stage(id: "in", title: "In custody"),
                Programme.Stage(
                    id: "to-test", title: "To be tested",
                    enters: [
                        EventPattern(
                            types: ["t/decide"],
                            answers: [AnswerTest(field: "outcome", comparison: .isAny(["test"]))])
                    ]),
            ],
            endings: [
                Programme.Ending(reason: "left", title: "Left custody", when: [EventPattern(types: ["t/left"])])
            ],
            clocks: [
                ClockRule(
                    id: "decide", title: "Decide whether to test",
                    starts: .events([EventPattern(types: ["t/arrival"])]),
                    limit: .within(Span(6, .hours)), metBy: [EventPattern(types: ["t/decide"])], source: "Test Act s.1",
                    category: "tests", warning: Span(1, .hours), because: "Arrived")
            ],
            values: [
                ValueRule(
                    id: "cell", title: "Cell", category: "custody",
                    reading: .latest(EventPattern(types: ["t/arrival"]), field: "cell")),
                ValueRule(
                    id: "seen", title: "Seen", category: "custody",
                    reading: .latest(EventPattern(types: ["t/visit"]), field: "outcome")),
            ],
            lead: LeadRule(
                takes: [LeadRule.Taking(pattern: EventPattern(types: ["t/lead"]), workerField: "worker")]))
    }

    private static var decision: Decision {
        Decision(
            id: "t/testing", question: "Should this person be tested?", source: "Test Act s.2",
            editions: [
                Decision.Edition(
                    title: "First",
                    rules: [
                        Decision.Rule(
                            id: "asked", when: .answer(AnswerTest(field: "asked", comparison: .isAny(["yes"]))),
                            outcome: "test", title: "Test", because: "Somebody asks for it."),
                        Decision.Rule(
                            id: "nobody", when: .always, outcome: "no-test", title: "No test",
                            because: "Nobody asks for it."),
                    ])
            ])
    }

    private static var cells: Board {
        Board(
            id: "t/cells", title: "Cells", opensFor: ["officer"], alsoFor: ["worker"], rows: .enrolments("t/stay"),
            whose: .everyone,
            columns: [
                Board.Column(title: "Name", show: .name), Board.Column(title: "Cell", show: .value("cell")),
                Board.Column(title: "Position", show: .stage), Board.Column(title: "Due", show: .due(nil)),
                Board.Column(title: "Seen", show: .value("seen")), Board.Column(title: "Lead", show: .lead),
            ], order: [.due],
            acts: [
                Board.Act(id: "decide", title: "Decide", record: "t/decide", opensPage: true, when: .stage(["in"])),
                Board.Act(id: "seen", title: "Seen", record: "t/visit", answers: ["outcome": "seen"]),
                Board.Act(id: "refused", title: "Refused", record: "t/visit", answers: ["outcome": "refused"]),
                Board.Act(id: "lead", title: "I take the lead", record: "t/lead", when: .lead(.none)),
                Board.Act(id: "left", title: "Left", record: "t/left"),
                Board.Act(
                    id: "again", title: "Seen again", record: "t/visit", answers: ["outcome": "seen"],
                    when: .events(EventTest(pattern: EventPattern(types: ["t/visit"]), sinceEnrolment: true))),
            ], empty: "Nobody is in the cells.",
            load: Board.Load(
                title: "Overnight list", record: "t/arrival",
                columns: [
                    Board.Load.Column(heading: "Custody No", target: .field("record")),
                    Board.Load.Column(heading: "Surname", target: .fact(.familyName)),
                    Board.Load.Column(heading: "Forename", target: .fact(.givenName)),
                    Board.Load.Column(heading: "DOB", target: .fact(.birthDate)),
                    Board.Load.Column(heading: "Sex", target: .fact(.sex)),
                    Board.Load.Column(heading: "Arrived", target: .occurred),
                    Board.Load.Column(heading: "Offence", target: .field("offence")),
                    Board.Load.Column(heading: "Alcohol", target: .field("alcohol")),
                    Board.Load.Column(heading: "Cell", target: .field("cell")),
                ], key: "Custody No"))
    }

    private static var dayList: Board {
        Board(
            id: "t/day", title: "Today’s appointments", alsoFor: ["officer", "worker"], rows: .appointments,
            whose: .agency,
            columns: [
                Board.Column(title: "Time", show: .appointmentTime), Board.Column(title: "Name", show: .name),
                Board.Column(title: "State", show: .appointmentState),
            ], order: [.appointmentTime],
            acts: [
                Board.Act(id: "came", title: "Came", record: "t/attended", answers: ["outcome": "attended"]),
                Board.Act(id: "missed", title: "Did not come", record: "t/attended", answers: ["outcome": "missed"]),
            ], empty: "No appointments on this day.")
    }

    /// Agency `team` sees who is in custody at `police`, and not what was tested.
    private static var agreement: SharingAgreement {
        SharingAgreement(
            id: "t/agreement", title: "Agreement", parties: ["police", "team"], purposes: ["custody"],
            permissions: [
                SharingAgreement.Permission(
                    id: "cells", agencies: ["team"], categories: ["identity", "custody"], owners: ["police"],
                    conditions: [.enrolled(["t/stay"])], gateway: "Test Act s.3", because: "The team visits the cells.")
            ])
    }

    private static var purposes: Field.Kind { .choice(.own([option("key", "Key work"), option("other", "Other")])) }
    private static var outcomes: Field.Kind {
        .choice(.own([option("attended", "Attended"), option("missed", "Missed")]))
    }

    private static func option(_ code: String, _ title: String) -> Option { Option(code: code, title: title) }
}
