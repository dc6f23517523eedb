import Domain
import SQLAccess

/// Puts values, flags and deadlines into the enrolments that they belong to.
struct EnrolmentFilling {
    private(set) var rows: [EnrolmentRow]
    private var places: [Key: Int] = [:]
    private var bySubject: [String: [Int]] = [:]

    private struct Key: Hashable {
        var openedBy: String
        var programme: String
    }

    init(_ rows: [EnrolmentRow]) {
        self.rows = rows
        for (index, row) in rows.enumerated() {
            places[Key(openedBy: row.openedBy, programme: row.programme)] = index
            bySubject[row.subject, default: []].append(index)
        }
    }

    /// What opened the enrolments of these people.
    func openings(of subjects: [String]) -> [String] {
        Set(subjects.flatMap { bySubject[$0] ?? [] }.map { rows[$0].openedBy }).sorted().paddedForStatements
    }

    mutating func add(_ value: String, _ answer: Answer, openedBy: String, programme: String) {
        guard let place = place(openedBy, programme) else { return }
        rows[place].values[value] = answer
    }

    mutating func add(_ flag: FlagRow, openedBy: String, programme: String) {
        guard let place = place(openedBy, programme) else { return }
        rows[place].flags.append(flag)
    }

    /// - Parameter toOthersOfThePerson: also to the person's other enrolments.
    mutating func add(_ deadline: DeadlineRow, toOthersOfThePerson: Bool = false) {
        if toOthersOfThePerson {
            for place in bySubject[deadline.subject] ?? [] { rows[place].deadlines.append(deadline) }
        } else if let place = place(deadline.openedBy, deadline.programme) {
            rows[place].deadlines.append(deadline)
        }
    }

    /// The most pressing first; instances of a clock as they follow each other.
    mutating func order() {
        for index in rows.indices where rows[index].deadlines.count > 1 {
            rows[index].deadlines.sort { ($0.dueAt, $0.number, $0.title) < ($1.dueAt, $1.number, $1.title) }
        }
    }

    private func place(_ openedBy: String, _ programme: String) -> Int? {
        places[Key(openedBy: openedBy, programme: programme)]
    }
}
