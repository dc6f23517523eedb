import ArgumentParser
import Domain
import SchemeFiles

struct SchemeExplain: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "explain", abstract: "Says in plain English what a scheme's rules do.")

    @OptionGroup var scheme: SchemeFolderArgument

    @Argument(
        help: "A programme, decision or record type; or “programme clock”. Every programme and decision when not said.")
    var what: [String] = []

    func run() throws {
        let loaded = try scheme.load()
        let explanation = SchemeExplanation(loaded.definitions)
        let passages: [SchemeExplanation.Passage]
        if what.isEmpty {
            let last = loaded.schemes.last
            passages =
                (last?.programmes ?? []).flatMap(explanation.passages)
                + (last?.decisions ?? []).map(explanation.passage)
        } else {
            passages = explanation.passages(what.joined(separator: " "))
            if passages.isEmpty {
                throw Ending.refused("The scheme has nothing called \(what.joined(separator: " ")).")
            }
        }
        Say.out(passages.map(\.text).joined(separator: "\n"))
    }
}
