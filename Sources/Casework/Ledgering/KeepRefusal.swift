package import Domain
import Ledger

/// Leaves an entry when a worker asks for a page that is not for the role they act in.
package struct KeepRefusal: Sendable {
    let world: World

    package init(_ world: World) {
        self.world = world
    }

    /// - Parameter route: method and template, never the address, which may name somebody.
    package func callAsFunction(_ route: String, by viewer: Viewer) async throws {
        let note = LedgerKeeping.Note(
            kind: .consultation, outcome: "refused", content: [("page", .string(route))], subjects: [])
        try await world.keepLook(note, by: viewer)
    }
}
