import Domain
import Ledger
import Store

/// What recipients are told when the person takes back what they agreed to: at once, and by reference, since they may no
/// longer see whose record it is (H-038).
struct ConsentMessages {
    static let kind = "consent-ended"

    let messages: [AgencyMessage]

    /// - Parameters:
    ///   - event: what was recorded, at its instant.
    ///   - after: what the record says with it.
    init(_ event: Event, at instant: Instant, type: RecordType, after: Derivation, now: Instant, newID: () -> String) {
        guard type.actsAs == .consentWithdrawal, event.act == .record else {
            messages = []
            return
        }
        let ended = after.facts.consents.filter { $0.withdrawnAt == instant }
        messages = Set(ended.map(\.recipient)).sorted().map { recipient in
            let categories = Set(ended.filter { $0.recipient == recipient }.map(\.category)).sorted()
            let content = CanonicalJSON.object(
                CanonicalObject([("categories", .array(categories.map(CanonicalJSON.string)))]))
            return AgencyMessage(
                id: newID(), agency: recipient, kind: Self.kind, subject: event.subject, sender: event.agency,
                content: content.text, sentAt: now)
        }
    }
}
