@testable import Casework
import Domain
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import NIOCore
import Store
import Synchronization
import Testing

@testable import Web

/// What is not there, what is out of scope, what is sealed and whom a worker is barred from give one answer.
@Suite("A person who is not for you")
struct NothingThereTests {
    private static let pages = ["", "/due", "/sharing", "/sharing/looks"]

    @Test("gives the same status, bytes and ledger entry as a reference that nobody has", arguments: pages)
    func alike(page: String) async throws {
        let staff = try await Staff()
        let outOfScope = try await staff.person()
        let sealed = try await staff.referredPerson()
        let barred = try await staff.referredPerson()
        let worker = staff.id("housing")
        try await staff.write(subject: sealed) { facts, _ in facts.isSealed = true }
        try await staff.write(subject: barred) { facts, now in facts.bars = [(worker, now)] }
        let nobody = Reference.make(random: 4_242).compact
        try await staff.visit("housing") { visitor in
            var bodies: [[UInt8]] = []
            for subject in [nobody, outOfScope, sealed, barred] {
                let answers = SharedList<Visitor.Answer>()
                let kept = try await staff.entries { answers.add(try await visitor.get("/people/\(subject)\(page)")) }
                let answer = try #require(answers.all.first)
                #expect(kept == ["consultation nothing"])
                #expect(answer.status == .notFound)
                #expect(!answer.text.contains(subject))
                #expect(!answer.text.contains(Reference(subject)?.text ?? subject))
                bodies.append(Array(answer.response.body.readableBytesView))
            }
            #expect(Set(bodies).count == 1)
        }
    }

    @Test("takes no consent back, and says no more for being asked to")
    func withdrawals() async throws {
        let staff = try await Staff()
        let outOfScope = try await staff.person()
        let nobody = Reference.make(random: 4_242).compact
        try await staff.visit("housing") { visitor in
            let csrf = try await visitor.csrf()
            var bodies: [[UInt8]] = []
            for subject in [nobody, outOfScope] {
                let answer = try await visitor.post(
                    "/people/\(subject)/sharing/withdrawals", [("consent", "x"), ("recipient", "rat"), ("once", "k")],
                    csrf: csrf)
                #expect(answer.status == .notFound)
                bodies.append(Array(answer.response.body.readableBytesView))
            }
            #expect(Set(bodies).count == 1)
        }
    }
}

extension Staff {
    /// Writes what the policy reads of a subject, besides what its own records say.
    func write(
        subject: String, _ change: @escaping @Sendable (inout AccessFacts, Instant) -> Void
    ) async throws {
        try await house.write(subject: subject, change)
    }
}

extension House {
    /// Writes what the policy reads of a subject, besides what its own records say.
    func write(
        subject: String, _ change: @escaping @Sendable (inout AccessFacts, Instant) -> Void
    ) async throws {
        let (definitions, now) = (world.definitions, clock.now)
        try await world.database.write { connection in
            guard let log = try LogReading.log(of: subject, definitions: definitions, on: connection) else { return }
            let fold = SubjectFold(log.events, subject: subject, definitions: definitions, asOf: now)
            var facts = Derivation(fold, definitions: definitions, rota: Rota(), asOf: now).facts
            change(&facts, now)
            try facts.replace(subject: subject, on: connection)
        }
    }
}

/// A list that closures may add to.
final class SharedList<Element: Sendable>: Sendable {
    private let list = Mutex<[Element]>([])
    var all: [Element] { list.withLock { $0 } }
    func add(_ element: Element) { list.withLock { $0.append(element) } }
}
