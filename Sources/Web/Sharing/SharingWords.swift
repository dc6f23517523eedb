import Casework

/// What a consent changes, in words.
struct SharingWords {
    let words: RecordWords

    /// "Test housing may now see: Notes; Plan."
    func sentence(_ effect: ConsentEffect, isWithdrawal: Bool) -> String {
        let who = words.agency(effect.recipient)
        let (opened, closed) = (list(effect.opened), list(effect.closed))
        let sentences =
            (opened.isEmpty ? [] : ["\(who) may now see: \(opened)."])
            + (closed.isEmpty ? [] : ["\(who) may no longer see: \(closed)."])
        guard sentences.isEmpty else { return sentences.joined(separator: " ") }
        return isWithdrawal ? "It changes nothing of what \(who) may see." : nothing(for: effect.recipient)
    }

    /// That a consent by itself opens nothing.
    func nothing(for recipient: String) -> String {
        "The sharing agreement lets \(words.agency(recipient)) see nothing more on the strength of this consent."
    }

    /// What the recipient sees on the strength of a consent alone.
    func resting(_ categories: [String], with recipient: String) -> String {
        categories.isEmpty ? nothing(for: recipient) : "\(words.agency(recipient)) may see by it: \(list(categories))."
    }

    private func list(_ categories: [String]) -> String { categories.map(words.category).joined(separator: "; ") }
}
