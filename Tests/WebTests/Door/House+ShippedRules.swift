@testable import Casework
import Domain
import Store

extension House {
    /// A worker of a role: sign-in name, role, agency, and what their looking is usually for.
    typealias Post = (name: String, role: String, agency: String, purpose: String)

    /// Keeps agencies, their venue and what each role's looking is usually for, and adds the workers.
    func fill(agencies: [Agency], venue: Venue, posts: [Post]) async throws -> [String: KeyHolder] {
        try await world.database.write { connection in
            for agency in agencies { try AgencyRows.save(agency, on: connection) }
            try AgencyRows.save(venue, on: connection)
            for post in posts { try Purpose.setUsual(post.purpose, of: post.role, on: connection) }
        }
        var holders: [String: KeyHolder] = [:]
        for post in posts { holders[post.name] = try await add(post.name, roles: [(post.role, post.agency)]) }
        return holders
    }

    /// Puts the shipped rules in force, with everybody who was added.
    func putShippedRulesInForce(agencies: [Agency], venue: Venue) async throws {
        let definitions = try ShippedRules.definitions.get()
        let directory = try await world.database.read { connection in
            Directory(
                agencies: agencies, workers: try AgencyRows.workers(on: connection), venues: [venue],
                roles: try AgencyRows.roles(on: connection))
        }
        world.rules.replace(
            RulesInForce.Snapshot(definitions: definitions, policy: AccessPolicy(definitions), directory: directory))
    }
}
