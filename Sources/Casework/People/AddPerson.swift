package import Domain
import Ledger
import Store

/// Makes a record for a new person, once nobody in view may be the same: the search that comes before is made here again
/// with everything that was answered, so that no way leads round it.
package struct AddPerson: Sendable {
    let world: World

    package init(_ world: World) {
        self.world = world
    }

    /// The questions of the schemes' identification record that this role is asked.
    package struct Form: Sendable {
        package var type: RecordType
        /// By field: the options of the day.
        package var options: [String: [Option]]
        package var at: Instant
    }

    package enum Outcome: Sendable {
        /// The new person's reference.
        case made(String)
        /// Somebody may be the same person. `seen` says who was shown; sent back, it says that none of them is.
        case mayBe([PersonMatch], seen: String)
    }

    /// Whether this role records who people are.
    package func isFor(_ viewer: Viewer) -> Bool {
        identification.map { RecordingRights(rules: world.rules.current).mayComplete($0, viewer: viewer) } ?? false
    }

    private var identification: RecordType? {
        world.definitions.recordTypes.first { $0.actsAs == .identification }
    }

    /// Holds nobody's data, so it is no entry.
    ///
    /// - Throws: `Missing` where the schemes have no such record, `RecordRefusal` when the role does not complete it.
    package func form(for viewer: Viewer) throws -> Form {
        let (rules, now) = (world.rules.current, world.now())
        guard let type = identification else { throw Missing() }
        let rights = RecordingRights(rules: rules)
        try rights.check(type, viewer: viewer)
        let asked = rights.asked(type, viewer: viewer)
        return Form(type: asked, options: rules.options(of: asked, on: London.day(of: now)), at: now)
    }

    /// - Parameters:
    ///   - seen: what `mayBe` gave, when the worker has said that it is none of those shown. Somebody who has come into
    ///     view since is shown first.
    ///   - key: the form's, so that a second press makes nobody.
    /// - Throws: `RecordRefusal` or a fault.
    package func callAsFunction(
        _ answers: [String: Answer], seen: String = "", key: (name: String, bodyDigest: String)? = nil,
        by viewer: Viewer
    ) async throws -> Outcome {
        let form = try form(for: viewer)
        let query = PeopleQuery(answers, type: form.type, today: London.day(of: form.at))
        let search = SearchPeople(world)
        for _ in 0..<RecordEvent.tries {
            let likely = try await search(query, by: viewer).likely
            // A second press must not find whom the first made as somebody alike.
            if let made = try await FormSent(world)(key, by: viewer) { return .made(made) }
            let shown = Self.digest(of: likely)
            if !likely.isEmpty && seen != shown { return .mayBe(likely, seen: shown) }
            do {
                let made = try await RegisterPerson(world).registered(
                    type: form.type.id, answers: answers, key: key,
                    unless: { Self.digest(of: try search.found(query, by: viewer, on: $0).likely) != shown }, by: viewer
                )
                return .made(made.person)
            } catch RecordRefusal.alreadyThere {
                // Somebody alike was made since the search: whoever sent this is to see them first.
                continue
            }
        }
        throw RecordRefusal.tooBusy
    }

    private static func digest(of matches: [PersonMatch]) -> String {
        let subjects = matches.map(\.person.subject).sorted().map(CanonicalJSON.string)
        return LedgerHash(hashing: CanonicalJSON.array(subjects).bytes).hex
    }
}
