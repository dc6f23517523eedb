import Domain

/// What the schemes say of the purposes of appointments. A purpose is a code of the `purpose` field of the record type
/// that acts as appointment; nothing here knows a purpose by name.
struct AppointmentPurposes {
    let rules: RulesInForce.Snapshot

    private var definitions: Definitions { rules.definitions }

    var type: RecordType? { definitions.recordTypes.first { $0.actsAs == .appointment } }

    func options(on day: Day) -> [Option] {
        guard let field = type?.field("purpose"), case .choice(let options) = field.kind else { return [] }
        return definitions.options(options, on: day)
    }

    /// The purpose in words, as it was called on a day.
    func title(_ purpose: String, on day: Day) -> String {
        rules.text(of: .choice(purpose), field: type?.field("purpose"), on: day)
    }

    /// The record of who came that belongs to a purpose, with the answer that says so; `nil` for a purpose whose
    /// attendance is recorded like any other.
    func attendance(_ purpose: String) -> (type: RecordType, answers: [String: String])? {
        definitions.attendance(forPurpose: purpose).map { ($0.type, [$0.field: $0.code]) }
    }

    /// The letters that tell a person of an appointment for this purpose: those printed from the appointment itself,
    /// and those printed from a record that takes an answer from such an appointment.
    func letters(_ purpose: String) -> [(letter: Scheme.Letter, type: RecordType)] {
        guard let appointment = type?.id else { return [] }
        return definitions.schemes.flatMap(\.letters).compactMap { letter in
            guard let type = definitions.recordType(letter.record) else { return nil }
            let isMeant = type.id == appointment || type.takesAnswers(from: appointment, purpose: purpose)
            return isMeant ? (letter, type) : nil
        }
    }
}

extension RecordType {
    fileprivate func takesAnswers(from appointment: String, purpose: String) -> Bool {
        fields.flatMap(\.prefill).contains { prefill in
            guard case .latest(let pattern, _) = prefill.value, pattern.types.contains(appointment) else {
                return false
            }
            return pattern.answers.contains { test in
                guard test.field == "purpose", case .isAny(let purposes) = test.comparison else { return false }
                return purposes.contains(purpose)
            }
        }
    }
}
