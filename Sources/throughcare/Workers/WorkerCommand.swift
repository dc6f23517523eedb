import ArgumentParser

struct WorkerCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "worker", abstract: "Adds and lists the people who sign in.",
        subcommands: [WorkerAdd.self, WorkerCode.self, WorkerList.self])
}
