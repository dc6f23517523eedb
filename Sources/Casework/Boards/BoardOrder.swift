import Domain
import Store

/// The order of a board's rows: by the keys its scheme names, then by name, so that two looks show the same order.
struct BoardOrder {
    let order: [Board.Order]

    init(_ order: [Board.Order]) {
        self.order = order
    }

    /// What is put in order.
    struct Entry {
        var person: FoundPerson
        var enrolment: EnrolmentRow?
        var appointment: AppointmentRow?
    }

    func sorted(_ entries: [Entry]) -> [Entry] {
        entries.map { (keys: keys($0), entry: $0) }.sorted { $0.keys.lexicographicallyPrecedes($1.keys) }.map(\.entry)
    }

    private func keys(_ entry: Entry) -> [Key] {
        order.map { key($0, entry) } + [.text(SearchKey.name(entry.person.listed)), .text(entry.person.subject)]
    }

    /// What has no value comes last.
    fileprivate enum Key: Comparable {
        case number(Int64)
        case text(String)
        case absent
    }

    private func key(_ order: Board.Order, _ entry: Entry) -> Key {
        switch order {
        case .due: .instant(entry.enrolment?.mostPressing?.dueAt)
        case .since: .instant(entry.enrolment?.openedAt)
        case .name: .text(SearchKey.name(entry.person.listed))
        case .flagged: .number(entry.enrolment?.flags.isEmpty ?? true ? 1 : 0)
        case .flag(let id): .number(entry.enrolment?.flags.contains { $0.flag == id } ?? false ? 0 : 1)
        case .appointmentTime: .instant(entry.appointment?.startsAt)
        case .value(let id): value(entry.enrolment?.values[id])
        }
    }

    private func value(_ answer: Answer?) -> Key {
        switch answer {
        case .instant(let instant)?: .instant(instant)
        case let answer?: answer.amount.map { .number($0.thousandths) } ?? answer.codes.first.map(Key.text) ?? .absent
        case nil: .absent
        }
    }
}

extension BoardOrder.Key {
    fileprivate static func instant(_ instant: Instant?) -> BoardOrder.Key {
        instant.map { .number($0.milliseconds) } ?? .absent
    }
}
