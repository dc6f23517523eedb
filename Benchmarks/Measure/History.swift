import ArgumentParser
import Casework
import Domain
import Foundation
import Store

/// Lets many workers record notes about a few people and read them back, all at once, and prints what each did and saw
/// and when: a history that a checker holds against what a single copy of the record could have answered.
struct History: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "history")

    @OptionGroup var record: MeasuredRecord
    @Option(help: "How many things are done.") var operations = 4_000
    @Option(help: "How many do them at once.") var workers = 24
    @Option(help: "How many people it is about.") var people = 12
    @Option(help: "Another number does other things.") var seed: UInt64 = 1

    func run() async throws {
        // Two servers on one database, where the engine allows it.
        var worlds = [try await OpenedRecord(record).world]
        if record.database.hasPrefix("postgres") { worlds.append(try await OpenedRecord(record).world) }
        guard let role = worlds[0].rules.current.directory.roles.first(where: { $0.role == "drugs-worker" }) else {
            throw NotMeasured("There is no drugs worker.")
        }
        let viewer = Viewer(
            worker: role.worker, name: "Worker Example", agency: role.agency, role: role.role, purpose: "treatment",
            session: "measured")
        var subjects: [String] = []
        for number in 0..<people {
            subjects.append(
                try await RegisterPerson(worlds[0])(
                    type: "core/person-details",
                    answers: ["family-name": .text("Example"), "given-name": .text("\(number)")], by: viewer))
        }
        let (keys, each) = (subjects, operations / workers)
        try await withThrowingTaskGroup(of: Void.self) { group in
            for worker in 0..<workers {
                let world = worlds[worker % worlds.count]
                group.addTask {
                    var dice = SeededDice(seed: seed &+ UInt64(worker))
                    for number in 0..<each {
                        let key = keys[Int(dice.next() % UInt64(keys.count))]
                        if dice.next() % 2 == 0 {
                            try await append("\(worker).\(number)", to: key, in: world, by: viewer)
                        } else {
                            try await read(key, in: world)
                        }
                    }
                }
            }
            try await group.waitForAll()
        }
        for world in worlds { await world.database.close() }
    }

    private func append(_ value: String, to key: String, in world: World, by viewer: Viewer) async throws {
        let start = Self.now()
        var isDone = true
        do {
            _ = try await RecordEvent(world)(
                RecordRequest(
                    subject: key, type: "core/note", answers: ["text": .text(value)],
                    key: (name: "history " + value, bodyDigest: value)), by: viewer)
        } catch RecordRefusal.tooBusy {
            isDone = false
        }
        tell(
            [
                ("done", .bool(isDone)), ("key", .string(key)), ("op", .string("append")), ("value", .string(value)),
            ], start)
    }

    private func read(_ key: String, in world: World) async throws {
        let start = Self.now()
        let definitions = world.definitions
        let values = try await world.database.read { connection in
            try LogReading.log(of: key, definitions: definitions, on: connection)?.events.compactMap { event in
                if event.type == "core/note", case .text(let text)? = event.answers["text"] { text } else { nil }
            }
        }
        tell(
            [
                ("key", .string(key)), ("op", .string("read")),
                ("values", .array((values ?? []).map { .string($0) })),
            ], start)
    }

    private func tell(_ facts: [(String, CanonicalJSON)], _ start: Int64) {
        let line = CanonicalJSON.object(
            CanonicalObject(facts + [("start", .integer(start)), ("end", .integer(Self.now()))])
        ).text
        let bytes = Array((line + "\n").utf8)
        _ = bytes.withUnsafeBytes { Foundation.write(1, $0.baseAddress, $0.count) }
    }

    private static func now() -> Int64 { Int64(DispatchTime.now().uptimeNanoseconds) }
}

/// Numbers that come out the same for the same seed.
private struct SeededDice {
    private var state: UInt64

    init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 | 1 }

    mutating func next() -> UInt64 {
        state ^= state << 13
        state ^= state >> 7
        state ^= state << 17
        return state >> 11
    }
}
