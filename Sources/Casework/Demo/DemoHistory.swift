package import Domain
package import Store

/// Everything a demonstration holds, made from a plan, a seed and an instant, and nothing else.
///
/// What happened before today depends on the seed and the day; only those who are met *now*, such as whoever is in the
/// cells tonight, depend on the hour. So a demonstration opened twice on one day tells the same stories.
package struct DemoHistory: Sendable {
    package let now: Instant
    /// The reference of each worker, in the order of the plan.
    package let workers: [(worker: DemoWorker, id: String)]
    package let shifts: [(id: String, agency: String, shift: Rota.Shift)]
    package let slots: [Slot]
    /// The people of the demonstration, then those of the counted sets.
    package let subjects: [DemoSubject]

    package init(_ plan: DemoPlan, definitions: Definitions, seed: UInt64, now: Instant) {
        let now = Instant(milliseconds: now.milliseconds - now.milliseconds % 60_000)
        let references = DemoReferences(seed: seed)
        let workers = plan.workers.map { (worker: $0, id: references.next("worker " + $0.signInName)) }
        let today = London.day(of: now)
        shifts = plan.rotas.flatMap { rota in
            rota.shifts(around: today, ids: workers).enumerated().map { number, shift in
                (id: references.next("shift \(rota.id) \(number)"), agency: rota.agency, shift: shift)
            }
        }
        let book = DemoDiaryBook(plan.diary, calendar: definitions.calendar, today: today, references: references)
        slots = book.slots
        let cast = DemoCast(plan, workers: workers, rota: Rota(shifts.map(\.shift)))
        var teller = DemoTeller(
            plan: plan, definitions: definitions, seed: seed, now: now, cast: cast, book: book, references: references)
        self.now = now
        self.workers = workers
        subjects = teller.everybody()
    }
}

/// Somebody of the demonstration and what is recorded of them.
package struct DemoSubject: Sendable {
    package var id: String
    /// The agency that recorded them first.
    package var agency: String
    package var madeAt: Instant
    /// The stories they lived through, in order.
    package var stories: [String]
    /// The counted set they belong to.
    package var countedSet: String?
    /// In the order in which they were recorded.
    package var events: [Event]
}

/// References that follow from the seed, each once. Shared by everything that is made together, so that none is made twice.
final class DemoReferences {
    private let seed: UInt64
    private var taken: Set<String> = []

    init(seed: UInt64) {
        self.seed = seed
    }

    /// A new reference for something that has a name of its own in the plan.
    func next(_ name: String) -> String {
        var random = SeededRandom(seed: seed, stream: "reference " + name)
        return next(&random)
    }

    func next(_ random: inout SeededRandom) -> String {
        while true {
            let reference = Reference.make(random: random.next()).compact
            if taken.insert(reference).inserted { return reference }
        }
    }
}

extension DemoRota {
    /// The shifts around a day. Who has which follows from the date, whatever day it is looked at from.
    fileprivate func shifts(around today: Day, ids: [(worker: DemoWorker, id: String)]) -> [Rota.Shift] {
        let crew = workers.compactMap { name in ids.first { $0.worker.signInName == name }?.id }
        guard !crew.isEmpty else { return [] }
        let apart = max(1, crew.count / shifts.count)
        return (-daysBack...daysAhead).flatMap { offset -> [Rota.Shift] in
            let day = today.adding(days: offset)
            return shifts.enumerated().map { number, shift in
                let last = shift.until > shift.from ? day : day.adding(days: 1)
                // Three days running, then the next of the crew.
                return Rota.Shift(
                    rota: id, worker: crew[(day.number / 3 + number * apart) % crew.count],
                    start: London.instant(day, shift.from), end: London.instant(last, shift.until))
            }
        }
    }
}
