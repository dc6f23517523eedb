extension Definitions {
    /// The purposes whose attendance is recorded with this type, and the answer that says so: where the type acts as
    /// attendance and has a choice `x` of its own with the option `y`, the purpose `y-x`. Empty for a type that records
    /// who came to anything.
    package func ownPurposes(of type: RecordType) -> [String: (field: String, code: String)] {
        guard type.actsAs == .attendance else { return [:] }
        let known = appointmentPurposes
        var found: [String: (field: String, code: String)] = [:]
        for field in type.fields {
            guard case .choice(.own(let options)) = field.kind else { continue }
            for option in options where known.contains(option.code + "-" + field.id) {
                found[option.code + "-" + field.id] = (field.id, option.code)
            }
        }
        return found
    }

    /// The record type that says who came to appointments for a purpose, where it has one of its own.
    package func attendance(forPurpose purpose: String) -> (type: RecordType, field: String, code: String)? {
        for type in recordTypes {
            if let answer = ownPurposes(of: type)[purpose] { return (type, answer.field, answer.code) }
        }
        return nil
    }

    /// Whether a board of the role books appointments for a purpose.
    package func mayBook(_ purpose: String, role: String) -> Bool {
        boards.contains { board in
            (board.opensFor.contains(role) || board.alsoFor.contains(role))
                && board.acts.contains { act in
                    act.answers["purpose"] == purpose && recordType(act.record)?.actsAs == .appointment
                }
        }
    }

    /// Every purpose that an appointment has or ever had.
    private var appointmentPurposes: Set<String> {
        var codes: Set<String> = []
        for type in recordTypes where type.actsAs == .appointment {
            guard case .choice(let from)? = type.field("purpose")?.kind else { continue }
            switch from {
            case .own(let options): codes.formUnion(options.map(\.code))
            case .list(let id): codes.formUnion((codeList(id)?.entries ?? []).map(\.option.code))
            }
        }
        return codes
    }
}
