import Domain
import SQLAccess

/// The columns of an event, as the statements that show or compute something read them.
struct EventColumns {
    let id: String
    let subject: String
    let type: String
    let version: String
    let act: String
    let reason: String?
    let supersedes: String?
    let occurredAt: Int64
    let occurredOn: String?
    let knownAt: Int64
    let recordedAt: Int64
    let by: String
    let agency: String

    /// What a statement that calls the event `e` selects.
    static let list: SQLQuery = """
        e.id, e.subject, e.type, e.version, e.act, e.reason, e.supersedes, e.occurred_at, e.occurred_on, e.known_at, \
        e.recorded_at, e.by, e.agency
        """
    /// The same with one of its sections, called `s`.
    static let withSection: SQLQuery = list + ", s.section, s.answers, s.checksum"

    /// - Parameter first: the column at which the list begins.
    init(_ row: any SQLRow, at first: Int = 0) throws {
        id = try row.text(first)
        subject = try row.text(first + 1)
        type = try row.text(first + 2)
        version = try row.text(first + 3)
        act = try row.text(first + 4)
        reason = try row.textOrNull(first + 5)
        supersedes = try row.textOrNull(first + 6)
        occurredAt = try row.integer(first + 7)
        occurredOn = try row.textOrNull(first + 8)
        knownAt = try row.integer(first + 9)
        recordedAt = try row.integer(first + 10)
        by = try row.text(first + 11)
        agency = try row.text(first + 12)
    }

    /// The columns of an event that is about to be written.
    init(_ event: Event, occurredAt: Instant) {
        id = event.id
        subject = event.subject
        type = event.type
        version = event.version
        act = event.act.word
        reason = event.act.reason
        supersedes = event.act.supersedes
        self.occurredAt = occurredAt.milliseconds
        if case .day(let day) = event.occurred { occurredOn = day.iso } else { occurredOn = nil }
        knownAt = event.known.milliseconds
        recordedAt = event.recorded.milliseconds
        by = event.by
        agency = event.agency
    }

    /// A section of this event, read from a row of `withSection`; `nil` where the event has none.
    ///
    /// - Throws: `SQLFault.corrupt` when the section or the event is not what was written.
    func section(_ row: any SQLRow, at first: Int = 0) throws -> (section: String, answers: String)? {
        guard let section = try row.textOrNull(first + 13) else { return nil }
        let answers = try row.text(first + 14)
        if let stored = try row.integerOrNull(first + 15), stored != checksum(of: section, answers) {
            throw SQLFault.corrupt
        }
        return (section, answers)
    }

    /// A checksum of a section together with these columns: what a broken disk has changed is not shown.
    ///
    /// It guards against disks, not against people who may write to the database: that is the ledger's work.
    func checksum(of section: String, _ answers: String) -> Int64 {
        var sum = Checksum()
        for text in [id, subject, type, version, act, by, agency, section, answers] { sum.add(text) }
        for text in [reason, supersedes, occurredOn] { sum.add(text) }
        for number in [occurredAt, knownAt, recordedAt] { sum.add(number) }
        return sum.value
    }
}

/// FNV-1a in 64 bits: a page of two hundred events pays microseconds for it.
private struct Checksum {
    private var state: UInt64 = 0xcbf2_9ce4_8422_2325

    var value: Int64 { Int64(bitPattern: state) }

    /// Each text ends with a byte that no text has, and NULL is another, so that nothing can move from one to the next.
    mutating func add(_ text: String?) {
        guard var text else { return add(byte: 0xfe) }
        text.withUTF8 { bytes in
            for byte in bytes { add(byte: byte) }
        }
        add(byte: 0xff)
    }

    mutating func add(_ number: Int64) {
        withUnsafeBytes(of: number.littleEndian) { bytes in
            for byte in bytes { add(byte: byte) }
        }
    }

    private mutating func add(byte: UInt8) {
        state = (state ^ UInt64(byte)) &* 0x100_0000_01b3
    }
}
