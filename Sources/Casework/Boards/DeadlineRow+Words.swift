package import Domain
package import Store

extension DeadlineRow {
    /// Why it is due then, in a line that is read standing up. On whose authority stands in what is due for the person.
    var why: String {
        let law = basis == "statute" ? ["the law"] : []
        let whose = isPersonsDuty ? ["for the person to do"] : []
        let day = isProvisional ? ["a bank holiday in it is not yet proclaimed"] : []
        return ([because] + law + whose + day).filter { !$0.isEmpty }.joined(separator: "; ")
    }

    package func isDueSoon(at now: Instant) -> Bool {
        isOutstanding && !isOverdue(at: now) && (warnsAt.map { $0 <= now } ?? false)
    }

    /// "by 15 May 2013", "10 to 15 May 2013", "by 10 May 2013, 14:30".
    package var dueWords: String {
        let due = words(dueText)
        guard let fromText, fromText != dueText else { return fromText == nil ? "by \(due)" : "on \(due)" }
        return "\(words(fromText)) to \(due)"
    }

    private func words(_ iso: String) -> String {
        if let day = Day(iso) { return day.text }
        return Instant(iso).map(London.text) ?? iso
    }
}

extension EnrolmentRow {
    /// Since when nobody leads: the alarm of the lead rule is due at once. Nil where somebody leads, where the rule has no
    /// alarm, and where the viewer may not see it.
    var noLeadSince: Instant? {
        guard leadKind == "none" else { return nil }
        return deadlines.first { $0.clock == LeadRule.Alarm.clock && $0.programme == programme && $0.isOutstanding }?
            .dueAt
    }

    /// The open deadline that presses most. Deadlines come in the order in which they are due.
    var mostPressing: DeadlineRow? { deadlines.first { $0.isOutstanding } }
}
