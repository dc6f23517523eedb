import ArgumentParser

struct Health: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "health",
        abstract: "Asks a server on this machine whether it can serve. Ends with 1 when it cannot.")

    @Option(help: "The port it listens on.")
    var port: Int = Settings.current.number(.port) ?? 8080

    func run() async throws {
        let answer: LoopbackVisit.Answer
        do {
            answer = try await LoopbackVisit(port: port).get("/health/ready")
        } catch {
            throw Ending.refused("Nothing answers on port \(port).")
        }
        guard answer.status == 200 else { throw Ending.refused("The server answers \(answer.status).") }
        Say.out("ready")
    }
}
