import ArgumentParser

struct WorkerCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "worker", abstract: "Adds, changes and lists the people who sign in.",
        subcommands: [
            WorkerAdd.self, WorkerAddRole.self, WorkerEndRole.self, WorkerLeave.self, WorkerReset.self, WorkerCode.self,
            WorkerList.self,
        ])
}
