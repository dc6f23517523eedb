import Domain
import Store

extension [ConsentRow] {
    /// One view for what one event agreed with one recipient. A part of it that was taken back is a view of its own.
    func asViews(today: Day) -> [ConsentView] {
        var order: [Agreed] = []
        var parts: [Agreed: [ConsentRow]] = [:]
        for row in self {
            let agreed = Agreed(event: row.event, recipient: row.recipient, endedAt: row.withdrawnAt ?? row.renewedAt)
            if parts[agreed] == nil { order.append(agreed) }
            parts[agreed, default: []].append(row)
        }
        let views = order.compactMap { agreed in parts[agreed].flatMap { ConsentView($0, today: today) } }
        return views.filter { $0.state == .inForce } + views.filter { $0.state != .inForce }
    }

    private struct Agreed: Hashable {
        let event: String
        let recipient: String
        let endedAt: Instant?
    }
}

extension ConsentView {
    /// Rows of one event, recipient and withdrawal; nil for none.
    fileprivate init?(_ rows: [ConsentRow], today: Day) {
        guard let row = rows.first else { return nil }
        let ranOut = row.until.map { $0 < today } ?? false
        self.init(
            event: row.event, recipient: row.recipient, categories: Set(rows.map(\.category)).sorted(),
            purposes: Set(rows.map(\.purpose)).sorted(), isWritten: row.isWritten, from: row.from, until: row.until,
            state: row.withdrawnAt.map(State.withdrawn) ?? row.renewedAt.map(State.renewed)
                ?? (ranOut ? .ranOut : .inForce), by: row.by,
            agency: row.agency)
    }
}
