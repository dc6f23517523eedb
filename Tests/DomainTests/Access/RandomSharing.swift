import Domain
import Foundation

/// Random agreements, viewers, subjects and rows in a few short words, so that they meet often.
struct RandomSharing {
    /// In every failure message. `ACCESS_SEED=… swift test` runs one again.
    static let seedOfThisRun: UInt64 =
        ProcessInfo.processInfo.environment["ACCESS_SEED"].flatMap { UInt64($0) } ?? .random(in: 0 ... .max)

    /// How many times as many steps as in an everyday run, for whoever asks for a size; they are told what came of it.
    static let factor = ProcessInfo.processInfo.environment["THROUGHCARE_DECISIONS_FACTOR"].flatMap { Int($0) }

    static let today = AccessCast.today
    static let words = ["a", "b", "c", "d"]
    static let statutory = "s"

    var random: SeededRandom

    init(seed: UInt64) {
        random = SeededRandom(seed: seed)
    }

    mutating func chance(_ percent: Int) -> Bool { Int.random(in: 0..<100, using: &random) < percent }

    mutating func pick<T>(_ values: [T]) -> T { values[Int.random(in: 0..<values.count, using: &random)] }

    mutating func some(_ words: [String] = words) -> [String] { words.filter { _ in chance(50) } }

    mutating func roles() -> [Scheme.Role] {
        Self.words.map { id in
            Scheme.Role(id: id, title: id, categories: some(Self.words + [Self.statutory]), mayAdminister: chance(5))
        }
    }

    static let categories =
        words.map { Scheme.Category(id: $0, title: $0) } + [
            Scheme.Category(id: statutory, title: "S", isStatutory: true)
        ]

    mutating func agreements() -> [SharingAgreement] {
        (0..<Int.random(in: 1...3, using: &random)).map { number in
            SharingAgreement(
                id: "\(number)", title: "Agreement", parties: some() + ["a"],
                permissions: (0..<Int.random(in: 1...4, using: &random)).map { _ in permission() })
        }
    }

    mutating func permission() -> SharingAgreement.Permission {
        SharingAgreement.Permission(
            id: "p", roles: chance(60) ? [] : some(), agencies: chance(60) ? [] : some(),
            categories: some() + [Self.statutory], owners: chance(60) ? [] : some(), types: chance(60) ? [] : some(),
            purposes: chance(80) ? [] : some(),
            conditions: (0..<Int.random(in: 0...2, using: &random)).map { _ in condition() }, gateway: "Power",
            because: "Because")
    }

    mutating func condition() -> SharingAgreement.Condition {
        switch Int.random(in: 0..<7, using: &random) {
        case 0: .enrolled(some())
        case 1: .enrolledHere(some())
        case 2: .openReferral
        case 3: .consent
        case 4: .writtenConsent
        case 5: .told
        default: .leads
        }
    }

    mutating func viewer() -> Viewer {
        Viewer(
            worker: pick(Self.words), name: "W", agency: pick(Self.words), role: pick(Self.words),
            purpose: pick(Self.words), session: "S")
    }

    mutating func row() -> RowFacts {
        RowFacts(
            category: pick(Self.words + [Self.statutory]), owner: pick(Self.words), type: pick(Self.words))
    }

    mutating func subject() -> SubjectFacts {
        SubjectFacts(
            enrolments: (0..<Int.random(in: 0...3, using: &random)).map { _ in
                SubjectFacts.Enrolment(programme: pick(Self.words), agency: pick(Self.words), lead: pick(Self.words))
            },
            openReferrals: Set(texts: some()),
            consents: (0..<Int.random(in: 0...6, using: &random)).map { _ in consent() },
            barredWorkers: chance(20) ? Set(texts: some()) : [],
            admittedWorkers: chance(10) ? Set(texts: some()) : nil,
            toldAgencies: Set(texts: some()), isSealed: chance(5))
    }

    mutating func consent() -> SubjectFacts.Consent {
        SubjectFacts.Consent(
            recipient: pick(Self.words), category: pick(Self.words + [Self.statutory]), purpose: pick(Self.words),
            isWritten: chance(50), from: London.startOfDay(Self.today.adding(days: chance(90) ? 0 : 1)),
            until: chance(70) ? nil : Self.today.adding(days: Int.random(in: -1...1, using: &random)))
    }
}
