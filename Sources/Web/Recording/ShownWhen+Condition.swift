import Casework
import Domain
import Markup

extension ShownWhen {
    /// The condition of a question as far as a browser can follow it: one other question of the same form, and which of
    /// its answers. `nil` for everything else; such a question is always shown, and the server decides whether it counts.
    init?(_ condition: Condition?, type: RecordType, definitions: Definitions, on day: Day) {
        guard let condition, let (field, values) = Self.answers(condition, definitions, day), type.field(field) != nil
        else {
            return nil
        }
        self.init(field: SentForm.name(of: field), isAnyOf: values)
    }

    private static func answers(
        _ condition: Condition, _ definitions: Definitions, _ day: Day
    ) -> (field: String, values: [String])? {
        switch condition {
        case .answer(let test):
            switch test.comparison {
            case .isAny(let codes): return (test.field, codes)
            case .missing(let reasons): return (test.field, reasons.map(\.box))
            case .inList(let list):
                guard let codes = definitions.codeList(list)?.options(on: day).map(\.code) else { return nil }
                return (test.field, codes)
            case .isNone, .atLeast, .atMost, .answered, .untouched, .notInList, .moment: return nil
            }
        case .all(let parts), .any(let parts):
            let found = parts.compactMap { answers($0, definitions, day) }
            guard let first = found.first, found.count == parts.count, found.allSatisfy({ $0.field == first.field })
            else {
                return nil
            }
            // All of several answers to one question is not something that a choice of values can say.
            if case .all = condition, parts.count > 1 { return nil }
            return (first.field, found.flatMap(\.values))
        case .always, .none, .events, .age, .enrolled, .hours, .clock, .stage, .value, .lead, .record: return nil
        }
    }
}
