import Casework
import Domain
import Hummingbird
import Markup
import Store

@testable import Web

/// A feature with a route of each kind, to try the door with.
struct Probe: Feature {
    var place: Place? { .today }

    func add(to routes: Routes) {
        routes.get("/today") { _, context in
            SignedInPage("Today", at: .today, context).response("<h1>\(context.viewer.role)</h1>")
        }
        routes.get("/people/:person", for: .caseworkers) { _, context in
            let reference = try context.reference("person")
            return SignedInPage("A person", at: .people, context).response("<h1>\(reference)</h1>")
        }
        routes.get("/partnership", for: .administrators) { _, context in
            SignedInPage("Partnership", at: .partnership, context).response("<h1>Partnership</h1>")
        }
        routes.post("/echo") { _, context in
            let lines = context.form.fields.map { "\($0.name)=\($0.value)" }
            return .text(lines.joined(separator: "\n"))
        }
        routes.post("/small", body: .form(limitBytes: 256)) { _, context in .text("\(context.form.fields.count)") }
        routes.post("/upload", body: .upload) { _, context in
            .text("\(context.form.file?.name ?? "none") \(context.form.file?.bytes.count ?? -1)")
        }
        routes.get("/nobody") { _, _ in throw Missing() }
        routes.getPublic("/fault") { _, _ in throw Spilt(secret: "the name of Ann Example") }
        routes.getPublic("/outage") { _, _ in throw StoreFault.full }
        routes.getPublic("/damage") { _, _ in throw StoreFault.damaged }
        routes.getPublic("/never") { _, _ in
            try await Task.sleep(for: .seconds(3_600))
            return .text("late")
        }
    }

    /// An error that carries what no visitor may read.
    struct Spilt: Error {
        let secret: String
    }
}
