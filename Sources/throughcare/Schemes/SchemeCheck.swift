import ArgumentParser
import Domain
import SchemeFiles

struct SchemeCheck: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check", abstract: "Says what is wrong in a scheme, with file, line and column.")

    @OptionGroup var scheme: SchemeFolderArgument

    func run() throws {
        let loaded = try scheme.load()
        if let last = loaded.schemes.last { Say.out(last.summary) }
    }
}

extension Scheme {
    /// `local: 12 record types, 3 programmes, …`, leaving out what it has none of.
    var summary: String {
        let counts: [(count: Int, what: String)] = [
            (recordTypes.count, "record type"), (programmes.count, "programme"), (decisions.count, "decision"),
            (boards.count, "board"), (codeLists.count, "code list"), (agreements.count, "sharing agreement"),
            (letters.count, "letter"),
        ]
        let parts = counts.filter { $0.count > 0 }.map { "\($0.count) \($0.what)" + ($0.count == 1 ? "" : "s") }
        return "\(id): " + (parts.isEmpty ? "no definitions" : parts.joined(separator: ", "))
    }
}
