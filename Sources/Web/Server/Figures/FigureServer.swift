import Casework
import Domain
import Foundation
package import Hummingbird

/// Answers `/metrics` on a port of this machine alone, for whatever watches the server.
package struct FigureServer: Sendable {
    let site: Site
    let figures: RequestFigures

    /// The server as a service. It listens on 127.0.0.1 only.
    package func service(port: Int) -> some ApplicationProtocol {
        let router = Router()
        router.get("/metrics") { _, _ in
            Response(
                status: .ok, headers: [.contentType: "text/plain; version=0.0.4; charset=utf-8"],
                body: .init(byteBuffer: .init(string: try await text())))
        }
        return Application(
            router: router, configuration: ApplicationConfiguration(address: .hostname("127.0.0.1", port: port)),
            logger: site.world.log)
    }

    func text() async throws -> String {
        var text = FigureText()
        figures.write(to: &text)
        let work = try await ServiceFigures(site.world)
        text.one(
            "throughcare_ledger_entries", "gauge", "Entries in the ledger.", Double(work.ledgerEntries))
        text.one(
            "throughcare_ledger_unsigned", "gauge", "Entries under no checkpoint yet.", Double(work.unsignedEntries))
        text.begin("throughcare_waiting_work_late_seconds", "gauge", "How long each duty has been due and not done.")
        for (kind, seconds) in work.lateDuties {
            text.add("throughcare_waiting_work_late_seconds", [("duty", kind)], seconds)
        }
        if let health = work.ledgerHealth {
            text.one(
                "throughcare_ledger_findings", "gauge", "What did not fit the ledger when it was last verified.",
                Double(health.findings))
            text.one(
                "throughcare_ledger_verified_at_seconds", "gauge", "When the ledger was last verified.",
                Double(health.at.milliseconds) / 1_000)
        }
        text.one("throughcare_sessions", "gauge", "Sessions that have not ended.", Double(work.sessions))
        if let memory = ProcessFigures.residentBytes {
            text.one("process_resident_memory_bytes", "gauge", "Memory of the process.", Double(memory))
        }
        text.one(
            "process_cpu_seconds_total", "counter", "Processor time of the process.", ProcessFigures.processorSeconds)
        text.one("process_open_fds", "gauge", "Files and connections it has open.", Double(ProcessFigures.openFiles))
        return text.text
    }
}

/// What the system says of this process.
enum ProcessFigures {
    static var residentBytes: Int? {
        guard let status = FileManager.default.contents(atPath: "/proc/self/statm"),
            let word = String(decoding: status, as: UTF8.self).split(separator: " ").dropFirst().first,
            let pages = Int(word)
        else { return nil }
        return pages * Int(sysconf(Int32(_SC_PAGESIZE)))
    }

    static var processorSeconds: Double {
        var time = timespec()
        clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }

    static var openFiles: Int {
        do { return try FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd").count } catch { return 0 }
    }
}
