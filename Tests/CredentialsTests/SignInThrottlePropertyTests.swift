import Testing

@testable import Credentials

/// Random attacks on one account, from their seed.
@Suite("No attack locks out, and none guesses faster")
struct SignInThrottlePropertyTests {
    private let throttle = SignInThrottle()
    private let limits = SignInLimits.standard
    private let hour: Int64 = 3_600_000

    /// One account, its owner's device, and a handful of sources, as the store would hold them.
    private struct World {
        var strangers = StrangerGuesses()
        var device = DeviceGuesses()
        var sources = Array(repeating: SourceGuesses(), count: 4)
        var now: Int64 = 1_700_000_000_000
        var random: SeededGenerator

        init(seed: UInt64) {
            random = SeededGenerator(seed: seed)
        }

        /// Passes time as attackers do: mostly in bursts, sometimes exactly as long as they were told to wait.
        mutating func pass(_ last: SignInDecision) {
            switch (Int.random(in: 0..<10, using: &random), last) {
            case (0..<4, _): now += Int64.random(in: 0...2, using: &random)
            case (4..<7, .wait(let until)), (4..<7, .slowPath(let until)): now = max(now, until)
            case (9, _): now += Int64.random(in: 0...7_200_000, using: &random)
            default: now += Int64.random(in: 0...60_000, using: &random)
            }
        }
    }

    private func strangerTries(_ world: inout World) -> SignInDecision {
        let source = world.sources.indices.randomElement(using: &world.random) ?? 0
        let (decision, after) = throttle.admit(
            SignInHistory(strangers: world.strangers, source: world.sources[source]), now: world.now)
        world.strangers = after.strangers
        world.sources[source] = after.source
        return decision
    }

    private func ownerTries(_ world: inout World, isRight: Bool) -> SignInDecision {
        let source = world.sources.indices.randomElement(using: &world.random) ?? 0
        let history = SignInHistory(strangers: world.strangers, device: world.device, source: world.sources[source])
        var (decision, after) = throttle.admit(history, now: world.now)
        if decision == .allowed, isRight { after = throttle.succeeded(after, admittedAt: world.now) }
        world.strangers = after.strangers
        world.device = after.device ?? DeviceGuesses()
        world.sources[source] = after.source
        return decision
    }

    @Test("Whatever strangers do, the right password on a known device is tried at once", arguments: UInt64(1)...40)
    func neverLockedOut(seed: UInt64) {
        var world = World(seed: seed)
        var last = SignInDecision.allowed
        for step in 0..<2_000 {
            world.pass(last)
            if Int.random(in: 0..<20, using: &world.random) == 0 {
                let decision = ownerTries(&world, isRight: true)
                #expect(decision == .allowed, "seed \(seed), step \(step)")
            } else {
                last = strangerTries(&world)
            }
        }
    }

    @Test("With slips of their own, the owner waits no longer than the bound", arguments: UInt64(1)...40)
    func bounded(seed: UInt64) {
        var world = World(seed: seed)
        var last = SignInDecision.allowed
        for step in 0..<2_000 {
            world.pass(last)
            let isOwner = Int.random(in: 0..<3, using: &world.random) == 0
            guard isOwner else {
                last = strangerTries(&world)
                continue
            }
            let mayFailAgain = world.device.failures < limits.deviceFailuresUntilStranger - 1
            let isRight = !mayFailAgain || Int.random(in: 0..<8, using: &world.random) == 0
            switch ownerTries(&world, isRight: isRight) {
            case .allowed: break
            case .wait(let until):
                #expect(until - world.now <= limits.deviceLongestWait, "seed \(seed), step \(step)")
            case .slowPath:
                Issue.record("seed \(seed), step \(step): a known device was sent the slow way")
            }
        }
    }

    @Test("Strangers never get more guesses at one account in any hour than the cap", arguments: UInt64(1)...40)
    func capped(seed: UInt64) {
        var world = World(seed: seed)
        var last = SignInDecision.allowed
        var guesses: [Int64] = []
        for step in 0..<3_000 {
            world.pass(last)
            let isOwnerOnNewDevice = Int.random(in: 0..<25, using: &world.random) == 0
            let source = world.sources[0]
            last = strangerTries(&world)
            guard last == .allowed else { continue }
            if isOwnerOnNewDevice {
                let history = SignInHistory(strangers: world.strangers, source: source)
                world.strangers = throttle.succeeded(history, admittedAt: world.now).strangers
            } else {
                guesses.append(world.now)
                let thisHour = guesses.suffix(limits.strangerHourlyCap + 1).filter { world.now - $0 < hour }
                #expect(thisHour.count <= limits.strangerHourlyCap, "seed \(seed), step \(step)")
            }
        }
        #expect(guesses.count > limits.strangerHourlyCap, "seed \(seed): the attack must have got somewhere")
    }

    @Test("Strangers are never shut out for longer than an hour at a time", arguments: UInt64(1)...40)
    func neverForever(seed: UInt64) {
        var world = World(seed: seed)
        var last = SignInDecision.allowed
        for step in 0..<2_000 {
            world.pass(last)
            last = strangerTries(&world)
            switch last {
            case .allowed: break
            case .wait(let until), .slowPath(let until):
                #expect(until > world.now && until - world.now <= hour, "seed \(seed), step \(step)")
            }
        }
    }
}
