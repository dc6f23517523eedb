import ArgumentParser
import Casework
import Domain
import Store

/// Runs the use cases behind the measured pages and writes down every statement they ask of the database, with the values
/// bound, so that a C program can ask the same of a copy of the same file.
///
/// The database is written to: looks are entries, and things are recorded. Give it a copy.
struct AskedStatements: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "statements")

    @OptionGroup var record: MeasuredRecord
    @Option(help: "The session of the worker who looks at the cells, as its cookie has it.") var officer: String
    @Option(help: "The session of the worker who looks at everything else.") var worker: String
    @Option(help: "The person with the long record.") var person: String
    @Option(help: "The people something is recorded about, with commas between.") var recorded: String
    @Option(help: "The family name and the beginning of the given name that are searched by.") var family: String
    @Option var given: String
    @Option(help: "Where the statements go.") var into: String
    @Option(help: "How often each page is asked for.") var pages = 200
    @Option(help: "How many things are recorded.") var records = 2_000

    func run() async throws {
        let watched = Watch()
        let opened = try await OpenedRecord(record) { watched.over($0) }
        let world = opened.world
        let resume = ResumeSession(FrontDoor(world))
        var file = StatementFile()
        func page(_ name: String, by cookie: String, times: Int, _ ask: (Viewer, Int) async throws -> Void) async throws
        {
            file.begin(name)
            for time in 0..<times {
                _ = watched.take()
                guard let session = try await resume(cookie) else { throw NotMeasured("The session is over.") }
                try await ask(session.viewer, time)
                file.add(watched.take())
            }
        }
        let person = person
        try await page("cells", by: officer, times: pages) { viewer, _ in
            _ = try await OpenBoard(world)("nottingham/cells", by: viewer)
        }
        try await page("person", by: worker, times: pages) { viewer, _ in
            _ = try await OpenPerson(world)(person, by: viewer)
        }
        try await page("due", by: worker, times: pages) { viewer, _ in
            _ = try await WhatIsDue(world)(person, by: viewer)
        }
        try await page("today", by: worker, times: pages) { viewer, _ in
            _ = try await OpenToday(world)(by: viewer)
        }
        let query = PeopleQuery(family: family, given: given)
        try await page("search", by: worker, times: pages) { viewer, _ in
            _ = try await SearchPeople(world)(query, by: viewer)
        }
        let people = recorded.split(separator: ",").map(String.init)
        try await page("record", by: worker, times: records) { viewer, time in
            let subject = people[time % people.count]
            _ = try await RecordEvent(world)(Self.contact(subject, time), by: viewer)
        }
        await world.database.close()
        try file.write(to: into)
    }

    private static func contact(_ subject: String, _ time: Int) -> RecordRequest {
        RecordRequest(
            subject: subject, type: "core/contact",
            answers: [
                "kind": .choice("phone"), "outcome": .choice("attended"), "note": .text("measured \(time)"),
            ], key: (name: "measured \(time)", bodyDigest: "measured"))
    }
}
