import Casework
import Domain
import Foundation
import Logging
import SchemeFiles
import Store
import Web

/// Makes the database of a demonstration: the scheme published, the partnership and its history recorded.
struct DemoFilling {
    let command: Demo
    let file: DemoFile

    init(_ command: Demo, file: DemoFile) {
        self.command = command
        self.file = file
    }

    struct Filled: Sendable {
        var startup: Startup
        var filled: FillDemonstration.Filled
    }

    /// - Parameter progress: told in words how far it has come.
    func fill(_ progress: @escaping @Sendable (String) -> Void) async throws -> Filled {
        let folder = try schemeFolder()
        progress("Reading \(folder)")
        let found = try SchemeOnDisk(folder)
        let plan = try plan(try found.usable(), folder)
        var log = Logger(label: "throughcare") { JSONLogHandler(label: $0, now: { SystemClock.now().milliseconds }) }
        log.logLevel = .warning
        let ahead = command.at.map { SystemClock.now().milliseconds(until: $0) } ?? 0
        let startup = try await Startup.open(file.options, need: .newOrOld, log: log).ahead(by: ahead)
        _ = try await PublishSchemes(startup.world)(found.published(), from: nil, by: Startup.viewer)
        startup.world.rules.replace(try await startup.load())
        if ahead != 0 { try await Demonstration.keep(ahead: ahead, in: startup.world.database) }
        let filled = try await FillDemonstration(FrontDoor(startup.world))(plan, seed: command.seed) { step in
            switch step {
            case .workers(let done, let all): progress("Adding workers: \(done) of \(all)")
            case .people(let done, let all): progress("\(Self.bar(done, of: all)) \(done) of \(all) people")
            }
        }
        guard filled.problems.isEmpty else {
            await startup.close()
            throw Ending(.fault, "Forms would have refused \(filled.problems.count) records: \(filled.problems[0]).")
        }
        let edition = try await startup.world.database.read { try RulesEdition(on: $0) }
        return Filled(
            startup: Startup(world: startup.world, engine: startup.engine, load: startup.load, edition: edition),
            filled: filled)
    }

    private static func bar(_ done: Int, of all: Int) -> String {
        let width = 30
        let full = all == 0 ? width : done * width / all
        return "[" + String(repeating: "#", count: full) + String(repeating: ".", count: width - full) + "]"
    }

    /// The folder of the scheme that was asked for; else of the first with a demonstration.
    private func schemeFolder() throws -> String {
        if let scheme = command.scheme { return command.schemes + "/" + scheme }
        let names: [String]
        do {
            names = try FileManager.default.contentsOfDirectory(atPath: command.schemes).sorted()
        } catch {
            throw Ending.unreadable("There is no folder \(command.schemes). Name it with --schemes.")
        }
        let folders = names.map { command.schemes + "/" + $0 }
        guard let first = folders.first(where: { FileManager.default.fileExists(atPath: $0 + "/demo") }) else {
            throw Ending.unreadable("No scheme in \(command.schemes) has a demonstration.")
        }
        return first
    }

    private func plan(_ loaded: LoadedSchemes, _ folder: String) throws -> DemoPlan {
        let path = folder + "/demo"
        guard FileManager.default.fileExists(atPath: path) else {
            throw Ending.unreadable("The scheme \(folder) has no demonstration.")
        }
        let (plan, diagnostics) = DemoReading.read(loaded, folder: SchemeFolder(reading: path))
        for diagnostic in diagnostics { Say.problem(diagnostic.description) }
        if diagnostics.hasErrors { throw Ending.refused() }
        return plan
    }
}

extension Startup {
    /// The same at a time that lies ahead of the machine's clock by so many milliseconds, and goes on with it.
    func ahead(by milliseconds: Int64) -> Startup {
        guard milliseconds != 0 else { return self }
        let shifted = World(
            database: world.database, rules: world.rules, now: { SystemClock.now().adding(milliseconds: milliseconds) },
            random: world.random, keys: world.keys, log: world.log)
        return Startup(world: shifted, engine: engine, load: load, edition: edition)
    }
}

extension Demo {
    /// Only this machine reaches a demonstration: its passwords are printed.
    func webOptions(port: Int? = nil) throws -> WebOptions {
        guard FileManager.default.fileExists(atPath: assets) else {
            throw Ending.unreadable("There is no folder \(assets). Run script/assets, or name it with --assets.")
        }
        return WebOptions(port: port ?? self.port, assetsFolder: assets)
    }
}
