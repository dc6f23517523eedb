import Casework
import Domain

/// The code that a worker of a demonstration signs in with, at the time the demonstration lives at.
struct DemoCode {
    let database: String

    func say(_ signInName: String) async throws {
        let opened = try await Startup.open(DemoFile(database).options, need: .record)
        let startup = opened.ahead(by: try await Demonstration.ahead(in: opened.world.database))
        let code = try await CurrentCode(FrontDoor(startup.world))(signInName)
        let now = startup.world.now()
        if code.from > now {
            Say.problem(
                "The codes before it are used up; it works in \(now.milliseconds(until: code.from) / 1_000 + 1) s.")
        }
        Say.out(code.digits)
        await startup.close()
    }
}
