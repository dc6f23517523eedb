import Domain

/// Tells one story of one person: draws what the plan leaves open and writes down what is recorded.
struct StoryTelling {
    let definitions: Definitions
    let cast: DemoCast
    let book: DemoDiaryBook
    let references: DemoReferences
    var person: DemoPerson
    /// When the last thing happened.
    private var time: Instant
    private var labels: [String: Event] = [:]

    init(
        _ person: DemoPerson, from start: Instant, definitions: Definitions, cast: DemoCast, book: DemoDiaryBook,
        references: DemoReferences
    ) {
        self.definitions = definitions
        self.cast = cast
        self.book = book
        self.references = references
        self.person = person
        time = start.adding(minutes: -2)
    }

    mutating func tell(_ parts: [StoryPart]) {
        for part in parts {
            switch part {
            case .record(let record): tell(record)
            case .either(let ways): tell(person.random.one(of: ways) ?? [])
            case .maybe(let percent, let parts): if person.random.chance(percent) { tell(parts) }
            case .again(let times, let parts): for _ in 0..<person.random.number(in: times) { tell(parts) }
            }
        }
    }

    private mutating func tell(_ record: DemoRecord) {
        guard let type = definitions.recordType(record.type) else { return }
        let at = max(moment(record.timing), time.adding(minutes: 1))
        let worker = player(record.by, at: at)
        let agency = cast.agency(of: worker)
        let once = record.type + " " + agency
        if record.onlyOnce, person.recorded.contains(once) { return }
        time = at
        person.recorded.insert(once)
        var event = Event(
            id: references.next(&person.random), subject: person.id, type: type.id,
            version: definitions.version(of: type.id), occurred: .instant(at), known: at,
            recorded: at.adding(minutes: person.random.number(in: 0...6)), by: worker, agency: agency)
        event.answers = answers(of: record, type: type, at: at)
        if let correction = record.correction {
            guard let target = labels[correction.label], target.type == type.id else { return }
            correct(target, by: &event, correction)
        }
        labels[record.label] = event
        person.told.append(DemoTold(event: event, at: at))
    }

    private mutating func player(_ part: String, at instant: Instant) -> String {
        cast.player(part, at: instant, played: &person.played, &person.random)
    }

    private mutating func moment(_ timing: DemoRecord.Timing) -> Instant {
        switch timing {
        case .after(let delay): return delay.instant(after: time, calendar: definitions.calendar, &person.random)
        case .at(let label, let field, let plus):
            guard case .instant(let instant)? = labels[label]?.answers[field] else { return time }
            return instant.adding(minutes: person.random.number(in: plus))
        }
    }

    private func correct(_ target: Event, by event: inout Event, _ correction: DemoRecord.Correction) {
        event.occurred = target.occurred
        event.known = target.known
        switch correction.kind {
        case .amends:
            event.act = .amend(target.id, reason: correction.reason)
            event.answers = target.answers.merging(event.answers) { _, new in new }
        case .withdraws:
            event.act = .withdraw(target.id, reason: correction.reason)
            event.answers = [:]
        }
    }

    private mutating func answers(of record: DemoRecord, type: RecordType, at instant: Instant) -> [String: Answer] {
        var answers: [String: Answer] = [:]
        for fact in record.facts {
            guard let field = type.fields.first(where: { $0.fact == fact }) else { continue }
            answers[field.id] = person.facts[fact]
        }
        if let booking = record.booking { book(booking, type: type, into: &answers) }
        let bundled = record.bundles.flatMap { person.random.one(of: $0) ?? [] }
        for answer in bundled + record.answers {
            if let drawn = drawn(answer.value, at: instant) { answers[answer.field] = drawn }
        }
        return answers
    }

    /// Takes a time of the diary; the fields are those of the part that an appointment plays.
    private mutating func book(
        _ booking: DemoRecord.Booking, type: RecordType, into answers: inout [String: Answer]
    ) {
        let today = London.day(of: time)
        let (least, most) = (booking.within.amount.lowerBound, booking.within.amount.upperBound)
        let first = booking.within.day(least, after: today, calendar: definitions.calendar)
        let last = booking.within.day(most, after: today, calendar: definitions.calendar)
        guard let booked = book.book(booking.purpose, from: first, through: last, &person.random) else { return }
        let offered: [(String, Answer?)] = [
            ("at", .instant(booked.startsAt)), ("purpose", .choice(booking.purpose)),
            ("venue", .reference(booked.line.venue)), ("agency", .reference(booked.line.agency)),
            ("slot", booked.slot.map(Answer.text)), ("minutes", .number(Quantity(whole: booked.line.minutes))),
        ]
        for (field, answer) in offered where type.field(field) != nil { answers[field] = answer }
    }

    private mutating func drawn(_ value: DemoValue, at instant: Instant) -> Answer? {
        switch value {
        case .from(let label, let field): return labels[label]?.answers[field]
        case .minutes(let range): return .instant(instant.adding(minutes: person.random.number(in: range)))
        case .worker(let part): return .reference(player(part, at: instant))
        case .drawn(let all): return person.random.one(of: all).flatMap { $0 }.flatMap { drawn($0, at: instant) }
        case .fixed, .pattern, .number, .days: return value.plain(on: London.day(of: instant), &person.random)
        }
    }
}
