/// What was answered to one question of a record.
///
/// `0`, *not asked*, *declined* and *not known* are different answers everywhere: a number that was refused is never
/// stored as nought. A field that nobody touched has no answer at all.
package enum Answer: Hashable, Sendable {
    case text(String)
    /// The code of one option.
    case choice(String)
    /// The codes of the options ticked, in the order the record type lists them.
    case choices([String])
    case number(Quantity)
    case day(Day)
    case instant(Instant)
    case yesNo(Bool)
    /// One count for each week of a days-in-week grid; `nil` where a week was not answered.
    case weeks([Int?])
    /// The reference of a person, worker, agency or venue.
    case reference(String)
    /// Whole pence; never negative.
    case money(pence: Int64)
    case missing(Missing)

    /// Why there is no answer.
    package enum Missing: String, Hashable, Sendable, CaseIterable {
        case notAsked = "not-asked"
        case declined = "declined"
        case notKnown = "not-known"
    }

    /// The codes that a test for equality compares: one for most kinds, several for a multiple choice, none when the
    /// answer is missing.
    package var codes: [String] {
        switch self {
        case .text(let text), .choice(let text), .reference(let text): [text]
        case .choices(let codes): codes
        case .number(let number): [number.text]
        case .day(let day): [day.iso]
        case .instant(let instant): [instant.iso]
        case .yesNo(let yes): [yes ? "yes" : "no"]
        case .weeks(let weeks): weeks.compactMap { $0.map(String.init) }
        case .money(let pence): [String(pence)]
        case .missing: []
        }
    }

    /// The amount that *at least* and *at most* compare; `nil` where the kind has no size or the answer is missing.
    package var amount: Quantity? {
        switch self {
        case .number(let number): number
        case .money(let pence): Quantity(thousandths: pence * 10)
        case .weeks(let weeks): Quantity(whole: weeks.reduce(0) { $0 + ($1 ?? 0) })
        case .text, .choice, .choices, .day, .instant, .yesNo, .reference, .missing: nil
        }
    }
}
