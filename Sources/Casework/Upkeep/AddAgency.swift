package import Domain
import Ledger
package import Store

/// Makes an agency part of the partnership, or changes its title, kind or phone number.
package struct AddAgency: Sendable {
    let world: World

    package init(_ world: World) {
        self.world = world
    }

    /// - Throws: `AddAgencyRefusal`, or a fault.
    package func callAsFunction(_ agency: Agency, by viewer: Viewer) async throws {
        guard Self.isWord(agency.id) else { throw AddAgencyRefusal.notAWord(agency.id) }
        guard !agency.title.trimmed.isEmpty else { throw AddAgencyRefusal.titleMissing }
        let (now, salt) = (world.now(), world.newSalt())
        let note = AdministrationRegister.note("agency-kept", [("agency", .string(agency.id))])
        try await world.database.write { connection in
            try AgencyRows.save(agency, on: connection)
            try RulesEdition.advance(on: connection)
            try LedgerKeeping.append(note, by: viewer, at: now, salt: salt, on: connection)
        }
    }

    /// 1 to 40 of a–z, 0–9 and hyphen: it stands in the ledger, in rules and in addresses.
    private static func isWord(_ text: String) -> Bool {
        (1...40).contains(text.utf8.count)
            && text.utf8.allSatisfy { byte in
                switch byte {
                case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"):
                    true
                default: false
                }
            }
    }
}

/// Why an agency was not kept.
package enum AddAgencyRefusal: Error, Sendable, Hashable {
    /// An agency's id is 1 to 40 of a–z, 0–9 and hyphen.
    case notAWord(String)
    case titleMissing
}
