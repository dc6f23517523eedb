import ArgumentParser
import Casework
import Domain
import Hummingbird
import Logging
import ServiceLifecycle
import UnixSignals
import Web

struct Serve: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "serve",
        abstract: "Runs the server.",
        discussion: """
            A database that is not there is made, with its keys. The server does not start on settings, files or a clock \
            that are not safe, and says which. It stops on SIGTERM once what it has begun is done.
            """)

    @OptionGroup var options: DatabaseOptions
    @OptionGroup var listening: ListeningOptions

    func run() async throws {
        let web = try listening.webOptions()
        let log = Logger(label: "throughcare") { JSONLogHandler(label: $0, now: { SystemClock.now().milliseconds }) }
        let startup = try await Startup.open(options, need: .newOrOld, log: log)
        try await SelfCheck.essential(startup, options)
        try await Self.serve(startup, web: web, metricsPort: listening.figuresPort)
    }

    /// Serves an opened database until it is told to stop, then closes it.
    ///
    /// - Parameter ready: told the port once connections are taken.
    static func serve(
        _ startup: Startup, web options: WebOptions, metricsPort: Int? = nil,
        ready: @escaping @Sendable (Int) async -> Void = { _ in }
    ) async throws {
        let world = startup.world
        let partnership = try await PartnershipFacts.read(world)
        let server = try WebServer(
            FrontDoor(world), partnership: partnership, features: Features.all, options: options)
        let scheme = options.tls == nil ? "http" : "https"
        let web = try server.service { port in
            world.log.info("ready", metadata: ["port": "\(port)"])
            Say.problem("Throughcare is at \(scheme)://\(options.address):\(port)")
            await ready(port)
        }
        let runner = RunnerAtWork(runner: Runner(world))
        let nightly = RunnerAtWork(runner: Runner(world, duties: Duty.nightly))
        let rules = RulesKeptUp(
            follow: FollowRules(world, load: startup.load, edition: startup.edition), log: world.log)
        // They stop in the opposite order: first no more requests, then the last checkpoint.
        var configuration = ServiceGroupConfiguration(
            services: [.init(service: nightly), .init(service: runner), .init(service: rules), .init(service: web)],
            gracefulShutdownSignals: [.sigterm, .sigint], logger: world.log)
        if let metricsPort {
            configuration.services.append(.init(service: server.figures.service(port: metricsPort)))
        }
        configuration.maximumGracefulShutdownDuration = .seconds(10)
        configuration.maximumCancellationDuration = .seconds(5)
        let result: Result<Void, any Error>
        do {
            try await ServiceGroup(configuration: configuration).run()
            result = .success(())
        } catch {
            result = .failure(error)
        }
        await startup.close()
        try result.get()
    }
}
