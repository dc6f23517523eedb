import ArgumentParser
import Casework
import Domain
import Store

/// How many standings a second the engine works out on one core, from logs that are in memory: of people as they come,
/// and of those with the longest records.
struct EngineRate: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "engine")

    @OptionGroup var record: MeasuredRecord
    @Option(help: "Rounds of each kind, in turn.") var rounds = 5
    @Option(help: "How many people, drawn by a fixed stride.") var people = 4_000

    private struct Sample {
        var name: String
        var logs: [LogReading.Log]
        var subjects: [String]
        var seconds: [Double] = []

        var events: Int { logs.reduce(0) { $0 + $1.events.count } }
    }

    func run() async throws {
        let opened = try await OpenedRecord(record)
        let world = opened.world
        let (definitions, rota) = (world.definitions, world.rules.current.directory.rota)
        var samples = try await world.database.read { connection in
            var all: [String] = []
            while true {
                let next = try AgedStandings.subjects(after: all.last ?? "", limit: 10_000, on: connection)
                guard !next.isEmpty else { break }
                all += next
            }
            let step = max(1, all.count / people)
            let drawn = stride(from: 0, to: all.count, by: step).map { all[$0] }
            return [
                try Self.sample("mean", drawn, definitions, on: connection),
                try Self.sample(
                    "long", try Self.longest(all, definitions, on: connection), definitions, on: connection),
            ]
        }
        await world.database.close()
        let now = world.now()
        for round in 0...rounds {
            for place in samples.indices {
                let start = processorSeconds()
                let repeats = max(1, 20_000 / samples[place].events)
                for _ in 0..<repeats {
                    for (log, subject) in zip(samples[place].logs, samples[place].subjects) {
                        let fold = SubjectFold(log.events, subject: subject, definitions: definitions, asOf: now)
                        let standing = fold.standing(asOf: now, rota: rota)
                        precondition(standing.subject == subject)
                    }
                }
                // The first round only warms up.
                if round > 0 { samples[place].seconds.append((processorSeconds() - start) / Double(repeats)) }
            }
        }
        for sample in samples {
            let seconds = sample.seconds.sorted()[sample.seconds.count / 2]
            let count = sample.logs.count
            say([
                ("events", .integer(Int64(sample.events))), ("name", .string(sample.name)),
                ("perSecond", .integer(Int64(Double(count) / seconds))), ("standings", .integer(Int64(count))),
                ("eventsPerSecond", .integer(Int64(Double(sample.events) / seconds))),
            ])
        }
    }

    private static func sample(
        _ name: String, _ subjects: [String], _ definitions: Definitions, on connection: Connection
    ) throws -> Sample {
        let found = try subjects.compactMap { subject in
            try LogReading.log(of: subject, definitions: definitions, on: connection).map { (subject, $0) }
        }
        return Sample(name: name, logs: found.map(\.1), subjects: found.map(\.0))
    }

    /// The people with 200 events or more; at most 40 of them.
    private static func longest(
        _ all: [String], _ definitions: Definitions, on connection: Connection
    ) throws -> [String] {
        var found: [String] = []
        for subject in all where found.count < 40 {
            let log = try LogReading.log(of: subject, definitions: definitions, on: connection)
            if let log, log.events.count >= 200 { found.append(subject) }
        }
        return found
    }
}
