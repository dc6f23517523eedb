import Testing

@testable import Credentials

@Suite("Slowing guesses at sign-in")
struct SignInThrottleTests {
    private let throttle = SignInThrottle()
    private let start: Int64 = 1_700_000_000_000
    private let second: Int64 = 1_000
    private let minute: Int64 = 60_000

    /// Makes guesses one after another, each as soon as it is let through, and says how long each had to wait.
    private func waits(_ history: inout SignInHistory, guesses: Int, from: Int64) -> [Int64] {
        var now = from
        return (0..<guesses).map { _ in
            let asked = now
            while true {
                let (decision, after) = throttle.admit(history, now: now)
                history = after
                switch decision {
                case .allowed: return now - asked
                case .wait(let until), .slowPath(let until): now = until
                }
            }
        }
    }

    @Test("A stranger has five tries, then waits 1, 2, 4, 8 and 16 seconds, then for the hour")
    func strangers() {
        var history = SignInHistory()
        let waits = waits(&history, guesses: 11, from: start)
        #expect(Array(waits.prefix(10)) == [0, 0, 0, 0, 0, 1, 2, 4, 8, 16].map { $0 * second })
        #expect(waits[10] == 60 * minute - 31 * second)
    }

    @Test("Over a day a persistent stranger's waits grow to a quarter of an hour and no further, the hour's cap apart")
    func longestWait() {
        var history = SignInHistory()
        _ = waits(&history, guesses: 40, from: start)
        let last = history.strangers.recent.last ?? 0
        #expect(throttle.admit(history, now: last + 15 * minute - 1).decision == .wait(until: last + 15 * minute))
        #expect(throttle.admit(history, now: last + 15 * minute).decision == .allowed)
    }

    @Test("Being refused costs nothing: asking again and again does not move the time")
    func refusalsAreFree() {
        var history = SignInHistory()
        _ = waits(&history, guesses: 10, from: start)
        let once = throttle.admit(history, now: start + minute)
        var again = once.history
        for _ in 0..<1_000 { again = throttle.admit(again, now: start + minute).history }
        #expect(once.decision == .slowPath(until: start + 60 * minute))
        #expect(again == once.history)
    }

    @Test("A clock that was ahead and is set right leaves nobody shut out who had not guessed")
    func sourceAfterClockSetBack() {
        let day = 24 * 60 * minute
        var history = SignInHistory()
        _ = waits(&history, guesses: 1, from: start + 3 * day)
        let after = throttle.admit(history, now: start)
        #expect(after.decision == .allowed)
        #expect(after.history.source.clearAt <= start + minute)
    }

    @Test("While strangers are shut out, a known device is not, nor does its source matter")
    func knownDevice() {
        var history = SignInHistory(source: SourceGuesses(clearAt: .max / 2))
        history.strangers = StrangerGuesses(streak: 500, recent: Array(repeating: start, count: 10))
        #expect(throttle.admit(history, now: start).decision == .slowPath(until: start + 60 * minute))
        history.device = DeviceGuesses()
        let (decision, after) = throttle.admit(history, now: start)
        #expect(decision == .allowed)
        #expect(after.strangers == history.strangers)
        #expect(throttle.isKnownDevice(after))
    }

    @Test("A known device waits for its own failures, five minutes at the most, and a success clears them")
    func deviceBudget() {
        var history = SignInHistory(device: DeviceGuesses())
        let waits = waits(&history, guesses: 20, from: start)
        let expected: [Int64] = [0, 0, 0, 0, 0, 1, 2, 4, 8, 16, 32, 64, 128, 256, 300, 300, 300, 300, 300, 300]
        #expect(waits == expected.map { $0 * second })
        #expect(history.strangers == StrangerGuesses())
        let lastAt = history.device?.lastAt ?? 0
        #expect(throttle.succeeded(history, admittedAt: lastAt).device == DeviceGuesses())
        #expect(throttle.succeeded(history, admittedAt: lastAt).source == history.source)
    }

    @Test("After twenty failures a device is a stranger, until somebody signs in fully")
    func stolenDevice() {
        var history = SignInHistory(device: DeviceGuesses(failures: 20, lastAt: start))
        #expect(!throttle.isKnownDevice(history))
        let later = start + 48 * 60 * minute
        history = throttle.admit(history, now: later).history
        #expect(history.strangers.recent == [later])
        history = throttle.succeeded(history, admittedAt: later)
        #expect(history.device == DeviceGuesses())
        #expect(history.strangers == StrangerGuesses())
    }

    @Test("A success by a stranger gives its own guess back, to account and source, and no other")
    func success() {
        var history = SignInHistory()
        _ = waits(&history, guesses: 3, from: start)
        history = throttle.admit(history, now: start + minute).history
        let before = history
        history = throttle.succeeded(history, admittedAt: start + minute)
        #expect(history.strangers == StrangerGuesses(streak: 0, recent: [start, start, start]))
        #expect(history.source.clearAt == before.source.clearAt - 30 * second)
    }

    @Test("A source has thirty guesses at once over all accounts, then one each half minute")
    func source() {
        var source = SourceGuesses()
        var allowed = 0
        var firstWait: Int64?
        for step in 0..<3_000 {
            let now = start + Int64(step) * 100
            let (decision, after) = throttle.admit(SignInHistory(source: source), now: now)
            source = after.source
            if decision == .allowed { allowed += 1 }
            if case .wait(let until) = decision, firstWait == nil { firstWait = until }
        }
        #expect(allowed == 30 + 9)
        #expect(firstWait == start + 30 * second)
    }

    @Test("Failures are forgotten after a quiet day")
    func forgotten() {
        var history = SignInHistory()
        _ = waits(&history, guesses: 8, from: start)
        history = throttle.admit(history, now: start + 25 * 60 * minute).history
        #expect(history.strangers == StrangerGuesses(streak: 1, recent: [start + 25 * 60 * minute]))
    }

    @Test("A clock that was wrong for a while binds nobody longer than a limit")
    func clockSetBack() {
        let future = start + 1_000 * 60 * minute
        var history = SignInHistory()
        _ = waits(&history, guesses: 10, from: future)
        let (decision, after) = throttle.admit(history, now: start)
        #expect(decision == .slowPath(until: start + 60 * minute))
        #expect(throttle.admit(after, now: start + 60 * minute).decision == .allowed)
        let device = SignInHistory(device: DeviceGuesses(failures: 19, lastAt: future))
        #expect(throttle.admit(device, now: start).decision == .wait(until: start + 5 * minute))
    }

    @Test("The columns come back")
    func columns() {
        let guesses = StrangerGuesses(streak: 7, recent: [start, start + 1])
        #expect(StrangerGuesses(streak: 7, recentText: guesses.recentText) == guesses)
        #expect(StrangerGuesses(streak: 0, recentText: "") == StrangerGuesses())
        #expect(StrangerGuesses(streak: 0, recentText: "12,x") == nil)
    }
}
