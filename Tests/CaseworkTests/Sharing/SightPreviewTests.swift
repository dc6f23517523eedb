import Domain
import Store
import Testing

@testable import Casework

/// What a page shows before something is recorded, held against what those whom it names are shown afterwards.
@Suite("What they will see")
struct SightPreviewTests {
    private func preview(_ trent: Trent, _ request: RecordRequest) async throws -> SightPreview {
        do {
            _ = try await RecordEvent(trent.world)(request, by: TrentWorker.drugs.viewer)
        } catch RecordRefusal.sight(let preview) { return preview }
        Issue.record("it was recorded before anybody had looked")
        return SightPreview(recipients: [])
    }

    private func record(_ trent: Trent, _ request: RecordRequest, having preview: SightPreview) async throws -> String {
        var request = request
        request.warningsRead = [preview.mark]
        return try await RecordEvent(trent.world)(request, by: TrentWorker.drugs.viewer).event
    }

    private func referral(_ trent: Trent, to agency: String, of subject: String) throws -> RecordRequest {
        RecordRequest(
            subject: subject, type: "core/referral",
            answers: [
                "to-agency": .reference(agency), "service": .choice(try trent.code("referral-services")),
                "agreed": .yesNo(true), "details": .text("Prefers mornings."),
            ])
    }

    private func consent(to agency: String, _ categories: [String], of subject: String) -> RecordRequest {
        RecordRequest(
            subject: subject, type: "core/consent",
            answers: [
                "recipient": .reference(agency), "categories": .choices(categories),
                "purposes": .choices(["treatment"]), "wording": .choice("sharing-1-en"), "how": .choice("written"),
            ])
    }

    /// Our events that a worker is shown.
    private func shown(_ trent: Trent, _ subject: String, to worker: TrentWorker) async throws -> Set<String> {
        do {
            let page = try await OpenPerson(trent.world)(subject, by: worker.viewer)
            return Set(page.events.filter { $0.agency == "cjit" }.map(\.id))
        } catch is Missing { return [] }
    }

    private func named(_ preview: SightPreview, _ worker: TrentWorker, recorded: String) -> Set<String> {
        let parts = preview.recipients.filter { $0.agency == worker.agency && $0.role == worker.role }.flatMap(\.parts)
        return Set(parts.flatMap { $0.entries ?? [] }.map { $0.event ?? recorded })
    }

    @Test("is what a recipient is then shown, event for event")
    func exact() async throws {
        for (agency, worker) in [("rat", TrentWorker.prescriber), ("housing-aid", .housing), ("framework", .shelter)] {
            let trent = try await Trent()
            let subject = try await trent.person("Example", "Robin", more: ["phone": .text("0115 496 0999")])
            try await trent.record(
                "taken-on",
                ["worker": .reference("drugs"), "came-by": .choice(try trent.code("contact-events"))], of: subject)
            try await trent.record("note", ["text": .text("A note.")], of: subject)
            #expect(try await shown(trent, subject, to: worker).isEmpty)
            let request = try referral(trent, to: agency, of: subject)
            let preview = try await preview(trent, request)
            let event = try await record(trent, request, having: preview)
            let seen = try await shown(trent, subject, to: worker)
            #expect(!seen.isEmpty && seen == named(preview, worker, recorded: event), "\(agency)")
        }
    }

    @Test(
        "of a consent says what is new, what was seen already, and what other agencies hold only as the agreement says")
    func consent() async throws {
        let trent = try await Trent()
        let subject = try await trent.referredPerson()
        let request = consent(to: "rat", ["notes", "alcohol", "tests"], of: subject)
        let preview = try await preview(trent, request)
        let role = try #require(preview.recipients.first { $0.role == "prescribing-worker" })
        let ours = role.parts.filter { $0.owner == "cjit" }
        #expect(Set(ours.filter(\.isNew).map(\.category)) == ["notes", "alcohol"])
        #expect(ours.first { $0.category == "identity" }?.isNew == false)
        #expect(ours.first { $0.category == "alcohol" }?.entries == [])
        // Whether the police hold a result, or the prescribers see it anyhow, is not ours to say.
        let police = role.parts.first { $0.owner == "nottinghamshire-police" }
        #expect(police?.category == "tests" && police?.isNew == true && police?.entries == nil)
        let event = try await record(trent, request, having: preview)
        #expect(try await shown(trent, subject, to: .prescriber) == named(preview, .prescriber, recorded: event))
    }

    @Test("of a hand-over is what the next lead sees once they have accepted")
    func handOver() async throws {
        let trent = try await Trent()
        let subject = try await trent.referredPerson()
        let request = RecordRequest(
            subject: subject, type: "core/hand-over-given",
            answers: ["to-worker": .reference("prescriber"), "leaving": .choice("accepted")])
        let preview = try await preview(trent, request)
        #expect(preview.recipients.map(\.worker) == ["prescriber"])
        #expect(preview.recipients.first?.parts.contains { $0.category == "identity" } == true)
        _ = try await record(trent, request, having: preview)
    }

    @Test("is shown again when the record has changed since, and not when it has not")
    func changed() async throws {
        let trent = try await Trent()
        let subject = try await trent.referredPerson()
        let request = consent(to: "rat", ["notes"], of: subject)
        let first = try await preview(trent, request)
        #expect(try await preview(trent, request) == first)
        try await trent.record("note", ["text": .text("Another note.")], of: subject)
        var stale = request
        stale.warningsRead = [first.mark]
        let second = try await preview(trent, stale)
        #expect(second != first)
        _ = try await record(trent, request, having: second)
    }

    @Test("says that an agency with which nothing is agreed sees nothing")
    func nothing() async throws {
        let trent = try await Trent()
        let subject = try await trent.referredPerson()
        let preview = try await preview(trent, consent(to: "framework", ["notes"], of: subject))
        #expect(preview.recipients.map(\.role) == ["housing-officer"])
        #expect(preview.recipients.allSatisfy { $0.parts.isEmpty && $0.closed.isEmpty })
    }

    @Test("is not asked of what names nobody else, nor of a withdrawal")
    func none() async throws {
        let trent = try await Trent()
        let subject = try await trent.referredPerson()
        let handOver = RecordRequest(
            subject: subject, type: "core/hand-over-given", answers: ["leaving": .choice("accepted")])
        _ = try await RecordEvent(trent.world)(handOver, by: TrentWorker.drugs.viewer)
        let given = try await trent.consent(to: "rat", ["notes"], for: ["treatment"], of: subject)
        let back = RecordRequest(
            subject: subject, type: "core/consent", answers: [:], act: .withdraw(given.event, reason: "A slip"))
        _ = try await RecordEvent(trent.world)(back, by: TrentWorker.drugs.viewer)
    }
}
