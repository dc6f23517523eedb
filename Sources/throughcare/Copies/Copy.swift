import ArgumentParser
import Casework
import Ledger
import SQLAccess
import Store

struct Copy: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "copy",
        abstract: "Copies a database into an empty one, such as from a file to a PostgreSQL server.",
        discussion: """
            Everything is copied as of one instant, with the ledger, and verified on the other side. The key file goes \
            with the copy: name it with --keys when serving it. Stop the server first if it is to go on from the copy.
            """)

    @Option(help: "The database to copy: a file, or an address on a server.")
    var from: String

    @Option(help: "An empty database on a server, or a file that is not there.")
    var to: String

    func run() async throws {
        let source = try await Engine.openForCopying(from, mayMake: false)
        let target = try await Engine.openForCopying(to, mayMake: true)
        let rows = try await DatabaseCopy(source: source.base, target: target.base)() {
            Say.progress("copied \($0) rows")
        }
        Say.progressDone()
        let (before, after) = (
            try await AuditVerify.verify(Database(source.base), []),
            try await AuditVerify.verify(Database(target.base), [])
        )
        await source.base.close()
        await target.base.close()
        guard after.isGreen else {
            throw Ending.refused((after.findings.map(\.line) + [after.line]).joined(separator: "\n"))
        }
        guard after.entryCount <= before.entryCount, after.eventCount <= before.eventCount else {
            throw Ending.refused("The copy holds more than the database did. It is not to be used.")
        }
        Say.out("copied \(rows) rows; \(after.line)")
    }
}
