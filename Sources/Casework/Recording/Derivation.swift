package import Domain
package import Store

/// What the tables keep about a subject beside its log, worked out afresh from the log after every write.
///
/// The parts a record plays (`acts-as`) are read by the field ids that docs/schemes.md gives for each part, so that no
/// scheme's record type is named here.
package struct Derivation: Sendable {
    package var standing: Standing
    package var keys: SearchKeys
    package var facts: AccessFacts
    package var appointments: [AppointmentRow]
    /// By event: its record type and the agency that owns it.
    package var owners: [String: (type: String, agency: String)]

    package init(_ fold: SubjectFold, definitions: Definitions, rota: Rota, asOf: Instant) {
        standing = fold.standing(asOf: asOf, rota: rota)
        keys = SearchKeys()
        facts = AccessFacts()
        appointments = []
        owners = [:]
        for (event, instant) in fold.eventsInForce {
            owners[event.id] = (event.type, event.agency)
            let type = definitions.recordType(event.type, version: event.version)
            facts.add(event, at: instant, type: type)
            guard let type else { continue }
            let guardedBy = { (category: String) in
                Guard(category: category, agency: event.agency, type: event.type, occurredAt: instant)
            }
            addKeys(of: event, type: type, at: instant, guardedBy: guardedBy)
            apply(event, type: type, at: instant, definitions: definitions, guardedBy: guardedBy)
        }
    }

    private mutating func addKeys(
        of event: Event, type: RecordType, at instant: Instant, guardedBy: (String) -> Guard
    ) {
        var stated: [PersonFact: (text: String, category: String)] = [:]
        for field in type.fields {
            guard let fact = field.fact, let answer = event.answers[field.id], let text = answer.codes.first else {
                continue
            }
            stated[fact] = (text, field.category)
            if IdentifierKind(fact: fact) != nil {
                keys.identifiers.append((event.id, fact.rawValue, text, guardedBy(field.category)))
            }
            if case .day(let day) = answer, fact == .birthDate {
                keys.births.append((event.id, day, nil, guardedBy(field.category)))
            }
            if let age = answer.amount, fact == .estimatedAge {
                let year = London.day(of: instant).year - Int(age.thousandths / 1_000)
                keys.births.append((event.id, nil, year, guardedBy(field.category)))
            }
        }
        addNames(stated, event: event, guardedBy: guardedBy)
    }

    private mutating func addNames(
        _ stated: [PersonFact: (text: String, category: String)], event: Event, guardedBy: (String) -> Guard
    ) {
        if let category = stated[.familyName]?.category ?? stated[.givenName]?.category {
            let (family, given) = (stated[.familyName]?.text ?? "", stated[.givenName]?.text ?? "")
            keys.names.append(
                name(event, kind: "legal", given, family, stated[.knownAs]?.text ?? "", guardedBy(category)))
        }
        guard let alias = stated[.alias] else { return }
        for text in alias.text.split(whereSeparator: { $0 == ";" || $0 == "," }) {
            let words = String(text).trimmed.split(separator: " ").map(String.init)
            guard let family = words.last else { continue }
            let given = words.dropLast().joined(separator: " ")
            keys.names.append(name(event, kind: "alias", given, family, "", guardedBy(alias.category)))
        }
    }

    private func name(
        _ event: Event, kind: String, _ given: String, _ family: String, _ knownAs: String, _ guardedBy: Guard
    ) -> StatedName {
        StatedName(
            event: event.id, number: keys.names.filter { $0.event == event.id }.count, kind: kind, given: given,
            family: family, knownAs: knownAs, givenKey: SearchKey.name(given), familyKey: SearchKey.name(family),
            familySound: SearchKey.sound(family) ?? "", guardedBy: guardedBy)
    }

    private mutating func apply(
        _ event: Event, type: RecordType, at instant: Instant, definitions: Definitions,
        guardedBy: (String) -> Guard
    ) {
        switch type.actsAs {
        case .appointment, .appointmentChange, .attendance:
            appointment(event, type: type, at: instant, definitions: definitions, guardedBy: guardedBy)
        default: break
        }
    }

    private mutating func appointment(
        _ event: Event, type: RecordType, at instant: Instant, definitions: Definitions,
        guardedBy: (String) -> Guard
    ) {
        let code = { (field: String) in event.answers[field]?.codes.first }
        let meant = meant(by: event, at: instant, own: definitions.ownPurposes(of: type))
        switch type.actsAs {
        case .attendance:
            guard let meant else { return }
            let state = Self.state(afterAttendance: code("outcome") ?? "")
            // Who was seen before the day is not expected on it: the time is free for somebody else.
            let isEarly = London.day(of: instant) < London.day(of: appointments[meant].startsAt)
            appointments[meant].state = state == "attended" && isEarly ? "replaced" : state
            return
        case .appointmentChange:
            if let meant {
                appointments[meant].state = Self.isCancelled(code("change") ?? "") ? "cancelled" : "replaced"
            }
        default:
            // Of a purpose with a record of its own there is one booking at a time: the new one takes its place.
            let purpose = code("purpose") ?? ""
            if definitions.attendance(forPurpose: purpose) != nil,
                let last = appointments.lastIndex(where: {
                    $0.state == "booked" && $0.purpose == purpose && $0.agency == code("diary") ?? event.agency
                })
            {
                appointments[last].state = "replaced"
            }
        }
        guard case .instant(let startsAt)? = event.answers["at"] else { return }
        let minutes = event.answers["minutes"]?.amount.map { Int($0.thousandths / 1_000) } ?? 60
        appointments.append(
            AppointmentRow(
                event: event.id, subject: event.subject, slot: code("slot"), agency: code("diary") ?? event.agency,
                venue: code("venue") ?? "", purpose: code("purpose") ?? "", startsAt: startsAt, minutes: minutes,
                worker: code("worker"), state: "booked",
                guardedBy: guardedBy(type.field("at")?.category ?? type.categories.first ?? "notes")))
    }

    /// The open appointment that an attendance or a change is about: the one it names, else of its purpose, and of
    /// several the nearest in time.
    ///
    /// - Parameter own: by purpose, the answer that says a record of this type is about it; empty where it may be about
    ///   any.
    private func meant(
        by event: Event, at instant: Instant, own: [String: (field: String, code: String)]
    ) -> Int? {
        let code = { (field: String) in event.answers[field]?.codes.first }
        let named = code("appointment").map { Reference($0)?.compact ?? $0 }
        let open = appointments.indices.filter { index in
            let row = appointments[index]
            // Only whose diary it is, or who booked, says what became of it.
            guard row.state == "booked", row.agency == event.agency || row.guardedBy.agency == event.agency else {
                return false
            }
            if let named { return named == row.event }
            if let purpose = code("purpose") { return purpose == row.purpose }
            return own.isEmpty || own[row.purpose].map { code($0.field) == $0.code } ?? false
        }
        let distance = { (index: Int) in
            (appointments[index].startsAt.milliseconds - instant.milliseconds).magnitude
        }
        return open.min { distance($0) < distance($1) }
    }

    private static func state(afterAttendance outcome: String) -> String {
        switch outcome {
        case "attended", "attended-remained": "attended"
        case let other where isCancelled(other): "cancelled"
        default: "missed"
        }
    }

    private static func isCancelled(_ code: String) -> Bool { code == "cancelled" || code.hasSuffix("-cancelled") }
}
