/// One question of a record type.
package struct Field: Hashable, Sendable {
    package var id: String
    package var question: String
    package var hint: String
    package var kind: Kind
    /// The category section its answer is stored in, such as `tests` or `health`.
    package var category: String
    /// Required when shown, unless a condition says when.
    package var required: Bool
    package var requiredWhen: Condition?
    package var showWhen: Condition?
    /// Where the record may already hold the answer.
    package var prefill: [Prefill]
    /// The fact about the person this field states, such as a birth date.
    package var fact: PersonFact?
    /// A missing answer may be given as *not asked*, *declined* or *not known*.
    package var missingAllowed: [Answer.Missing]
    /// Whether a form asks it. What is not asked comes from the page that opens the form, as a reference to another record
    /// does, and is no answer that people read.
    package var isAsked = true
    /// For a text: the code lists whose codes it takes. They are offered while it is typed, and kept in the list's spelling.
    package var codeLists: [String] = []
    /// For an agency, or a venue, which is of its agency's kind: the kinds offered, where there are any of them; empty for
    /// every kind.
    package var kindsOffered: [String] = []

    package init(
        id: String, question: String, hint: String = "", kind: Kind, category: String, required: Bool = false,
        requiredWhen: Condition? = nil, showWhen: Condition? = nil, prefill: [Prefill] = [],
        fact: PersonFact? = nil, missingAllowed: [Answer.Missing] = []
    ) {
        self.id = id
        self.question = question
        self.hint = hint
        self.kind = kind
        self.category = category
        self.required = required
        self.requiredWhen = requiredWhen
        self.showWhen = showWhen
        self.prefill = prefill
        self.fact = fact
        self.missingAllowed = missingAllowed
    }

    package indirect enum Kind: Hashable, Sendable {
        case text(lines: Int, limit: Int)
        case choice(Options)
        case choices(Options)
        case number(unit: String, range: ClosedRange<Quantity>?, whole: Bool)
        case day
        case instant
        case yesNo
        case scale(from: Int, through: Int, low: String, high: String)
        /// Days used in each of so many weeks; each 0 to 7.
        case weeks(Int)
        case person
        case worker
        case agency
        case venue
        case money
    }

    /// Options stand in the field, or in a dated code list.
    package enum Options: Hashable, Sendable {
        case own([Option])
        case list(String)
    }
}

/// One thing that can be chosen.
package struct Option: Hashable, Sendable {
    package var code: String
    package var title: String
    package var hint: String
    /// What it adds to a score.
    package var points: Int?
    /// Whether nothing else can be chosen with it: *nothing found* beside a finding.
    package var excludesOthers: Bool

    package init(
        code: String, title: String, hint: String = "", points: Int? = nil, excludesOthers: Bool = false
    ) {
        self.code = code
        self.title = title
        self.hint = hint
        self.points = points
        self.excludesOthers = excludesOthers
    }
}

/// Facts about the person that conditions and the banner read, wherever a scheme asks for them.
package enum PersonFact: String, Hashable, Sendable, CaseIterable {
    case familyName = "family-name"
    case givenName = "given-name"
    case knownAs = "known-as"
    case alias
    case birthDate = "birth-date"
    case estimatedAge = "estimated-age"
    case sex
    case ethnicity
    case language
    case interpreter
    case communicationNeed = "communication-need"
    case phone
    case safeContact = "safe-contact"
    case contactNote = "contact-note"
    case address
    case safety
    case concern
    case children
    case pnc
    case cro
    case arrestSummons = "arrest-summons"
    case prisonNumber = "prison-number"
    case crn
    case nhs
    case custodyRecord = "custody-record"
}

/// An answer the record already holds, offered with its source and never saved unseen.
package struct Prefill: Hashable, Sendable {
    package var when: Condition
    package var value: Value
    /// The sentence beside the field: "Positive test on 2 May 2013".
    package var because: String

    package init(when: Condition, value: Value, because: String) {
        self.when = when
        self.value = value
        self.because = because
    }

    package enum Value: Hashable, Sendable {
        case fixed(String)
        /// The latest answer to a field of a matching event.
        case latest(EventPattern, field: String)
        case now
        case me
        case myAgency
        /// The place where the worker works; where only one can be chosen, that one.
        case myVenue
    }
}
