import ArgumentParser
import Casework
import Domain
import Store

struct PersonCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "person", abstract: "What is done to a person's record on the machine itself.",
        subcommands: [PersonUnseal.self])
}

struct PersonUnseal: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "unseal",
        abstract: "Opens a sealed record to those who saw it before.",
        discussion: """
            Nobody who signs in can see a sealed record, so it is opened here, on the word of two administrators, who are \
            named in the record with the reason.
            """)

    @Argument(help: "The person's reference.")
    var reference: String

    @Option(help: "By whose order, and why.")
    var because: String

    @Option(help: ArgumentHelp("Who asks for it.", valueName: "sign-in name"))
    var askedBy: String

    @Option(help: ArgumentHelp("The other administrator, who agrees.", valueName: "sign-in name"))
    var agreedBy: String

    @Flag(help: "Print JSON.")
    var json = false

    @OptionGroup var options: DatabaseOptions

    func run() async throws {
        let startup = try await Startup.open(options, need: .rules)
        let (asked, agreed) = (try await worker(askedBy, startup), try await worker(agreedBy, startup))
        do {
            try await UnsealRecord(startup.world)(
                reference, because: because, asking: asked, agreeing: agreed, by: Startup.viewer)
        } catch let refusal as UnsealRecord.Refusal {
            throw Ending.refused(sentence(refusal))
        }
        if json {
            Say.out([("done", .string("unsealed")), ("person", .string(reference))])
        } else {
            Say.out("\(reference) is open again to those who saw it before.")
        }
        await startup.close()
    }

    private func worker(_ name: String, _ startup: Startup) async throws -> Worker {
        let found = try await startup.world.database.read {
            try AgencyRows.worker(signInName: name.lowercased(), on: $0)
        }
        guard let found else { throw Ending.refused("Nobody signs in as \(name).") }
        return found
    }

    private func sentence(_ refusal: UnsealRecord.Refusal) -> String {
        switch refusal {
        case .notTwoAdministrators: "Name two different people who are administrators today."
        case .reasonMissing: "Say by whose order, and why."
        case .notSealed: "There is no sealed record with the reference \(reference)."
        case .tooBusy: "Others are writing to this record at this moment. Try again."
        }
    }
}
