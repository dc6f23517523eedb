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
        try connection.run("DELETE FROM person_names WHERE subject = \(subject)")
        try connection.run("DELETE FROM person_births WHERE subject = \(subject)")
        try connection.run("DELETE FROM person_identifiers WHERE subject = \(subject)")
        for name in keys.names {
            let by = name.guardedBy
            try connection.run(
                """
                INSERT INTO person_names (event_id, number, subject, kind, given, family, known_as, given_key, family_key,
                    family_sound, category, agency, type, occurred_at)
                VALUES (\(name.event), \(name.number), \(subject), \(name.kind), \(name.given), \(name.family),
                    \(name.knownAs), \(name.givenKey), \(name.familyKey), \(name.familySound), \(by.category),
                    \(by.agency), \(by.type), \(by.occurredAt.milliseconds))
                """)
        }
        for birth in keys.births {
            let by = birth.guardedBy
            try connection.run(
                """
                INSERT INTO person_births (event_id, subject, born_on, estimated_year, category, agency, type, occurred_at)
                VALUES (\(birth.event), \(subject), \(birth.bornOn?.iso), \(birth.estimatedYear), \(by.category),
                    \(by.agency), \(by.type), \(by.occurredAt.milliseconds))
                ON CONFLICT (event_id) DO NOTHING
                """)
        }
        for identifier in keys.identifiers {
            let by = identifier.guardedBy
            try connection.run(
                """
                INSERT INTO person_identifiers (event_id, kind, value, subject, category, agency, type, occurred_at)
                VALUES (\(identifier.event), \(identifier.kind), \(identifier.value), \(subject), \(by.category),
                    \(by.agency), \(by.type), \(by.occurredAt.milliseconds))
                ON CONFLICT (event_id, kind, value) DO NOTHING
                """)
        }
    }
}
