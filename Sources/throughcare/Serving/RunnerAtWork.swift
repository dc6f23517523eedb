import Casework
import Logging
import ServiceLifecycle
import Store

/// Runs the waiting work beside the server, and signs a last checkpoint when the server stops.
struct RunnerAtWork: Service {
    let runner: Runner

    /// How often the table of waiting work is looked at.
    private static let pause = Duration.seconds(2)

    /// Throws when the disk failed at a commit: no more can be written until the program starts again, so it ends.
    func run() async throws {
        try await runner.prepare()
        while !Task.isShuttingDownGracefully && !Task.isCancelled {
            if try await turn() { continue }
            try await Pause.untilStopped(Self.pause)
        }
        await runner.stop()
    }
}

extension RunnerAtWork {
    /// A database that is out of reach for now is looked for again at the next turn.
    private func turn() async throws -> Bool {
        do {
            return try await runner.turn()
        } catch let fault as StoreFault where !runner.mustEnd(after: fault) {
            runner.report(fault, of: "turn")
            return false
        }
    }
}

/// Takes up newly published rules and new workers while the server runs.
struct RulesKeptUp: Service {
    let follow: FollowRules
    let log: Logger

    private static let pause = Duration.seconds(3)

    func run() async throws {
        while !Task.isShuttingDownGracefully && !Task.isCancelled {
            do {
                try await follow()
            } catch {
                // The rules in force stay; the next look may succeed.
                log.error("the rules were not read again", metadata: ["fault": "\(FaultReport(error).summary)"])
            }
            try await Pause.untilStopped(Self.pause)
        }
    }
}

/// A wait that ends early when the server is told to stop.
enum Pause {
    static func untilStopped(_ duration: Duration) async throws {
        do {
            try await cancelWhenGracefulShutdown { try await Task.sleep(for: duration) }
        } catch is CancellationError {
            // Told to stop: whoever waits looks why.
        }
    }
}
