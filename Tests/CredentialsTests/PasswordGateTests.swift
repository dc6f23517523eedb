import Dispatch
import Synchronization
import Testing

@testable import Credentials

@Suite("The gate before password hashing", .timeLimit(.minutes(10)))
struct PasswordGateTests {
    /// Work that holds its place until it is let go, and remembers who came in and how many were in at once.
    private final class HeldWork: Sendable {
        private struct Seen {
            var inside = 0
            var most = 0
            var order: [String] = []
        }

        private let seen = Mutex(Seen())
        private let door = DispatchSemaphore(value: 0)

        func work(_ name: String) -> @Sendable () -> String {
            {
                self.seen.withLock {
                    $0.inside += 1
                    $0.most = max($0.most, $0.inside)
                    $0.order.append(name)
                }
                self.door.wait()
                self.seen.withLock { $0.inside -= 1 }
                return name
            }
        }

        func letGo(_ count: Int) {
            for _ in 0..<count { door.signal() }
        }

        var most: Int { seen.withLock(\.most) }
        var order: [String] { seen.withLock(\.order) }
    }

    private func gate(
        atOnce: Int = 1, waiting: Int = 16,
        sleep: @escaping @Sendable (Duration) async throws -> Void = { _ in try await Task.sleep(for: .seconds(3_600)) }
    ) -> PasswordGate {
        var limits = PasswordGate.Limits()
        limits.atOnce = atOnce
        limits.waiting = waiting
        return PasswordGate(cost: .cheapest, random: .seeded(5), limits: limits, sleep: sleep)
    }

    private func until(_ condition: () async -> Bool) async {
        while await !condition() { await Task.yield() }
    }

    @Test("Two at once by default, sixteen waiting, three seconds")
    func defaults() {
        let limits = PasswordGate.Limits()
        #expect(limits.atOnce == 2)
        #expect(limits.waiting == 16)
        #expect(limits.patience == .seconds(3))
    }

    @Test("No more than the limit are ever inside, and all get their turn")
    func atMostTwo() async throws {
        let gate = gate(atOnce: 2)
        let held = HeldWork()
        let tasks = (0..<7).map { index in
            Task { try await gate.admit(.stranger, held.work("\(index)")) }
        }
        await until { await gate.waitingCount(.stranger) == 5 && held.order.count == 2 }
        held.letGo(7)
        for task in tasks { _ = try await task.value }
        #expect(held.most == 2)
        #expect(held.order.count == 7)
    }

    @Test("Beyond the queue a caller is refused at once, but the other lane still takes")
    func busy() async throws {
        let gate = gate(waiting: 1)
        let held = HeldWork()
        let inside = Task { try await gate.admit(.stranger, held.work("inside")) }
        await until { held.order.count == 1 }
        let waiting = Task { try await gate.admit(.stranger, held.work("waiting")) }
        await until { await gate.waitingCount(.stranger) == 1 }
        await #expect(throws: PasswordGateRefusal.busy) {
            try await gate.verify("guess", against: nil, lane: .stranger)
        }
        let known = Task { try await gate.admit(.knownDevice, held.work("known")) }
        await until { await gate.waitingCount(.knownDevice) == 1 }
        held.letGo(3)
        _ = try await (inside.value, waiting.value, known.value)
        #expect(held.order == ["inside", "known", "waiting"])
    }

    @Test("Known devices go before strangers who waited longer, and each lane keeps its order")
    func order() async throws {
        let gate = gate()
        let held = HeldWork()
        var tasks = [Task { try await gate.admit(.stranger, held.work("inside")) }]
        await until { held.order.count == 1 }
        for (count, name) in ["s1", "s2", "s3"].enumerated() {
            tasks.append(Task { try await gate.admit(.stranger, held.work(name)) })
            await until { await gate.waitingCount(.stranger) == count + 1 }
        }
        for (count, name) in ["k1", "k2"].enumerated() {
            tasks.append(Task { try await gate.admit(.knownDevice, held.work(name)) })
            await until { await gate.waitingCount(.knownDevice) == count + 1 }
        }
        held.letGo(6)
        for task in tasks { _ = try await task.value }
        #expect(held.order == ["inside", "k1", "k2", "s1", "s2", "s3"])
    }

    @Test("Who waits longer than the gate's patience is turned away, and no place is lost")
    func patience() async throws {
        let asked = Mutex<[Duration]>([])
        let gate = gate(sleep: { duration in asked.withLock { $0.append(duration) } })
        let held = HeldWork()
        let inside = Task { try await gate.admit(.stranger, held.work("inside")) }
        await until { held.order.count == 1 }
        await #expect(throws: PasswordGateRefusal.waitedTooLong) {
            try await gate.hash("walnut harbour", lane: .knownDevice)
        }
        #expect(asked.withLock { $0 } == [.seconds(3)])
        held.letGo(2)
        _ = try await inside.value
        #expect(try await gate.admit(.stranger, held.work("after")) == "after")
        #expect(held.order == ["inside", "after"])
    }

    @Test("Who goes away leaves the queue")
    func cancelled() async throws {
        let gate = gate(waiting: 1)
        let held = HeldWork()
        let inside = Task { try await gate.admit(.stranger, held.work("inside")) }
        await until { held.order.count == 1 }
        let leaving = Task { try await gate.hash("walnut harbour", lane: .stranger) }
        await until { await gate.waitingCount(.stranger) == 1 }
        leaving.cancel()
        await #expect(throws: PasswordGateRefusal.cancelled) { try await leaving.value }
        #expect(await gate.waitingCount(.stranger) == 0)
        held.letGo(1)
        _ = try await inside.value
    }

    @Test("Hashes and verifies; an account that does not exist is always a no")
    func verifies() async throws {
        let gate = gate()
        let hash = try await gate.hash("walnut harbour kettle", lane: .stranger)
        #expect(hash.cost == .cheapest)
        #expect(try await gate.verify("walnut harbour kettle", against: hash, lane: .knownDevice))
        #expect(try await !gate.verify("walnut harbour", against: hash, lane: .knownDevice))
        #expect(try await !gate.verify("walnut harbour kettle", against: nil, lane: .stranger))
        #expect(try await !gate.verifyNobody("", lane: .stranger))
    }

    @Test("A thousand at once: every one is either answered or refused, and the gate is free again")
    func flood() async throws {
        let gate = gate(atOnce: 2)
        let hash = try PasswordHash.make("right", cost: .cheapest, random: .seeded(9))
        let outcomes = await withTaskGroup(of: Result<Bool, any Error>.self) { group in
            for index in 0..<1_000 {
                group.addTask {
                    do {
                        return .success(
                            try await gate.verify(
                                index.isMultiple(of: 2) ? "right" : "no", against: hash, lane: .stranger))
                    } catch {
                        return .failure(error)
                    }
                }
            }
            return await group.reduce(into: []) { $0.append($1) }
        }
        var answered = 0
        for outcome in outcomes {
            switch outcome {
            case .success: answered += 1
            case .failure(let error): #expect(error as? PasswordGateRefusal == .busy)
            }
        }
        #expect(answered >= 2)
        #expect(await gate.waitingCount(.stranger) == 0)
        #expect(try await gate.verify("right", against: hash, lane: .stranger))
    }
}
