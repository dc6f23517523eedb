import Casework
import Domain
import Foundation
import Store

/// Tries a demonstration from end to end on a database of its own: fills it, serves it, signs in as somebody of it, opens
/// their board and one person on it, and stops.
struct DemoCheck {
    let command: Demo

    init(_ command: Demo) {
        self.command = command
    }

    func run() async throws {
        let start = SystemClock.now()
        let folder = FileManager.default.temporaryDirectory.appending(path: "throughcare-demo-" + UUID().uuidString)
        try FileManager.default.createDirectory(
            at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        defer { Self.remove(folder) }
        let file = DemoFile(folder.appending(path: "demo.sqlite").path)
        let filled = try await DemoFilling(command, file: file).fill { Say.progress($0) }
        Say.progressDone()
        let visit = Visit(filled: filled)
        let outcome = Outcome()
        try await Serve.serve(filled.startup, web: command.webOptions(port: 0)) { port in
            let seconds = Double(start.milliseconds(until: SystemClock.now())) / 1_000
            // The server answers once this returns.
            Task {
                await outcome.settle(visit, port: port, readySeconds: seconds)
                // The way an operator stops it.
                kill(getpid(), SIGTERM)
            }
        }
        guard let result = await outcome.result else { throw Ending.refused("The server stopped before it was ready.") }
        do {
            let ready = String(format: "%.1f", try result.get())
            Say.out(
                """
                demo ok: people=\(filled.filled.people) events=\(filled.filled.events) \
                deadlines=\(filled.filled.deadlines) ready_seconds=\(ready)
                """)
        } catch let ending as Ending {
            throw Ending.refused("The demonstration does not work. " + ending.message)
        }
    }

    private static func remove(_ folder: URL) {
        do {
            try FileManager.default.removeItem(at: folder)
        } catch {
            Say.problem("\(folder.path) could not be removed.")
        }
    }
}

/// What came of the visit.
private actor Outcome {
    private(set) var result: Result<Double, any Error>?

    func settle(_ visit: Visit, port: Int, readySeconds: Double) async {
        do {
            try await visit.run(port: port)
            result = .success(readySeconds)
        } catch let ending as Ending {
            result = .failure(ending)
        } catch {
            result = .failure(Ending(.fault, FaultReport(error).summary))
        }
    }
}

/// Somebody signs in and looks at one person on their board.
private struct Visit: Sendable {
    let filled: DemoFilling.Filled

    func run(port: Int) async throws {
        let visit = LoopbackVisit(port: port)
        // Who holds one role goes straight to its board.
        guard let (_, issued) = filled.filled.workers.first(where: { $0.worker.roles.count == 1 }) else {
            throw Ending.refused("Nobody can sign in.")
        }
        let door = FrontDoor(filled.startup.world)
        try await mustBeOK(visit.get("/sign-in"), "the page to sign in")
        let code = try await CurrentCode(door)(issued.signInName)
        let board = try await visit.post(
            "/sign-in",
            [("name", issued.signInName), ("password", issued.password), ("code", code.digits), ("next", "")])
        try mustBeOK(board, "the board after signing in as \(issued.signInName)")
        guard let person = person(in: board.body) else {
            throw Ending.refused("Nobody stands on the board of \(issued.signInName).")
        }
        let page = try await visit.get("/people/" + person)
        try mustBeOK(page, "the page of a person on the board")
        guard page.body.contains("<h1") else { throw Ending.refused("The page of a person has no heading.") }
    }

    private func mustBeOK(_ answer: LoopbackVisit.Answer, _ what: String) throws {
        guard answer.status == 200 else { throw Ending.refused("\(what) answered \(answer.status) instead of 200.") }
    }

    /// The first person that a page links to.
    private func person(in html: String) -> String? {
        html.split(separator: "\"").lazy.compactMap { text -> String? in
            let parts = text.split(separator: "/", omittingEmptySubsequences: false)
            guard parts.count == 3, parts[0].isEmpty, parts[1] == "people" else { return nil }
            return Reference(String(parts[2]))?.compact
        }.first
    }
}
