package import Domain
import Store

/// Opens the form by which an event is amended. One page is one entry, though it is made from the event and from the form.
package struct OpenAmendment: Sendable {
    let world: World

    package init(_ world: World) {
        self.world = world
    }

    /// - Throws: `Missing` as for the event's own page, or the `RecordRefusal` that says why it is not for this viewer to
    ///   amend. The look is an entry in each case.
    package func callAsFunction(_ event: String, of reference: String, by viewer: Viewer) async throws -> FormView {
        let (subject, id) = (Reference(reference)?.compact ?? "", Reference(event)?.compact ?? event)
        guard let detail = try await OpenEvent(world).read(id, of: subject, by: viewer),
            let type = world.definitions.recordType(detail.event.view.type)
        else { try await world.refuse("form", asked: subject, by: viewer) }
        do {
            guard let view = try await OpenForm(world).read(type, of: subject, amends: id, by: viewer) else {
                try await world.refuse("form", asked: subject, by: viewer)
            }
            try await keepLook(at: id, subject, type, viewer)
            return view
        } catch let refusal as RecordRefusal {
            // That there is such an event was seen all the same.
            try await keepLook(at: id, subject, type, viewer)
            throw refusal
        }
    }

    private func keepLook(at event: String, _ subject: String, _ type: RecordType, _ viewer: Viewer) async throws {
        try await world.keepLook(
            "form", subjects: [subject], details: [("event", .string(event)), ("type", .string(type.id))], by: viewer)
    }
}
