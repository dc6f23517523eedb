package import Domain
import SQLAccess

/// A name, birth or identifier that an event in force states, with the section that guards it.
package struct StatedName: Sendable {
    package var event: String
    package var number: Int
    package var kind: String
    package var given: String
    package var family: String
    package var knownAs: String
    package var givenKey: String
    package var familyKey: String
    package var familySound: String
    package var guardedBy: Guard

    package init(
        event: String, number: Int, kind: String, given: String, family: String, knownAs: String, givenKey: String,
        familyKey: String, familySound: String, guardedBy: Guard
    ) {
        self.event = event
        self.number = number
        self.kind = kind
        self.given = given
        self.family = family
        self.knownAs = knownAs
        self.givenKey = givenKey
        self.familyKey = familyKey
        self.familySound = familySound
        self.guardedBy = guardedBy
    }
}

/// What decides who may see a row: its category, the agency that owns it and its record type.
package struct Guard: Hashable, Sendable {
    package var category: String
    package var agency: String
    package var type: String
    package var occurredAt: Instant

    package init(category: String, agency: String, type: String, occurredAt: Instant) {
        self.category = category
        self.agency = agency
        self.type = type
        self.occurredAt = occurredAt
    }
}

extension RowRule {
    package func allows(_ row: Guard) -> Bool {
        allows(RowFacts(category: row.category, owner: row.agency, type: row.type))
    }
}

/// Everything to search a person by.
package struct SearchKeys: Sendable {
    package var names: [StatedName] = []
    package var births: [(event: String, bornOn: Day?, estimatedYear: Int?, guardedBy: Guard)] = []
    package var identifiers: [(event: String, kind: String, value: String, guardedBy: Guard)] = []

    package init() {}
}

package enum SearchKeysWriting {
    /// Replaces a person's search keys.
    package static func replace(_ keys: SearchKeys, subject: String, on connection: Connection) throws {
        try names.replace(
            keys.names.map { name in
                [
                    .text(name.event), SQLValue(name.number), .text(subject), .text(name.kind), .text(name.given),
                    .text(name.family), .text(name.knownAs), .text(name.givenKey), .text(name.familyKey),
                    .text(name.familySound),
                ] + guarding(name.guardedBy)
            }, of: subject, on: connection)
        try births.replace(
            keys.births.map { birth in
                [.text(birth.event), .text(subject), SQLValue(birth.bornOn?.iso), SQLValue(birth.estimatedYear)]
                    + guarding(birth.guardedBy)
            }, of: subject, on: connection)
        try identifiers.replace(
            keys.identifiers.map { identifier in
                [.text(identifier.event), .text(identifier.kind), .text(identifier.value), .text(subject)]
                    + guarding(identifier.guardedBy)
            }, of: subject, on: connection)
    }

    private static let guards: [StaticString] = ["category", "agency", "type", "occurred_at"]

    private static let names = DerivedTable(
        "person_names", key: ["event_id", "number"],
        rest: [
            "subject", "kind", "given", "family", "known_as", "given_key", "family_key", "family_sound",
        ] + guards)
    private static let births = DerivedTable(
        "person_births", key: ["event_id"], rest: ["subject", "born_on", "estimated_year"] + guards)
    private static let identifiers = DerivedTable(
        "person_identifiers", key: ["event_id", "kind", "value"], rest: ["subject"] + guards)

    private static func guarding(_ by: Guard) -> [SQLValue] {
        [.text(by.category), .text(by.agency), .text(by.type), SQLValue(by.occurredAt)]
    }
}
