import ArgumentParser
import Casework
import Domain
import Store

struct AgencyCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "agency", abstract: "Adds and lists the partnership's agencies.",
        subcommands: [AgencyAdd.self, AgencyList.self])
}

struct AgencyAdd: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "add", abstract: "Adds an agency, or changes its title, kind or phone number.")

    @Argument(help: "A short word that never changes, such as the agency's initials.")
    var id: String

    @Option(help: "Its name as people say it.")
    var title: String

    @Option(help: "What it is: police, court, treatment, prison, probation, housing …")
    var kind: String

    @Option(help: "The number a colleague rings.")
    var phone: String = ""

    @OptionGroup var options: DatabaseOptions

    func run() async throws {
        let startup = try await Startup.open(options, need: .newOrOld)
        try await AddAgency(startup.world)(
            Agency(id: id, title: title, kind: kind, phone: phone), by: Startup.viewer)
        Say.out("\(id): \(title)")
        await startup.close()
    }
}

struct AgencyList: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "list", abstract: "Lists the agencies.")

    @Flag(help: "One JSON object a line.")
    var json = false

    @OptionGroup var options: DatabaseOptions

    func run() async throws {
        let startup = try await Startup.open(options, need: .record)
        for agency in try await startup.world.database.read({ try AgencyRows.agencies(on: $0) }) {
            if json {
                Say.out([
                    ("agency", .string(agency.id)), ("kind", .string(agency.kind)), ("phone", .string(agency.phone)),
                    ("title", .string(agency.title)),
                ])
            } else {
                Say.out("\(agency.id)\t\(agency.title)\t\(agency.kind)\t\(agency.phone)")
            }
        }
        await startup.close()
    }
}
