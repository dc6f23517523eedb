import Casework
import Domain

/// What somebody who has just filled a demonstration needs: where it is, and how to sign in as each role.
struct DemoWelcome {
    let filled: DemoFilling.Filled
    let port: Int
    let database: String
    /// Whether it lives at another time than the machine.
    let isShifted: Bool

    func say() {
        let workers = filled.filled.workers
        let roles = filled.startup.world.definitions.roles
        let rows = roles.compactMap { role -> (String, String, String)? in
            workers.first { $0.worker.roles.first == role.id }.map {
                ($0.issued.signInName, role.title, $0.issued.password)
            }
        }
        let names = rows.map(\.0.count).max() ?? 0
        let titles = rows.map(\.1.count).max() ?? 0
        let lines = rows.map { name, title, password in
            "  \(padded(name, names))  \(padded(title, titles))  \(password)"
        }
        let code = isShifted ? "demo --code NAME" : "worker code NAME"
        Say.out(
            """

            The demonstration is at http://127.0.0.1:\(port): \(filled.filled.people) people, \(filled.filled.events) records.
            It is \(London.text(filled.startup.world.now())) there. Sign in as one of these:

            \(lines.joined(separator: "\n"))

            The code of an authenticator app is printed, while the server runs, by
              script/throughcare \(code) --database \(database)
            """)
    }

    private func padded(_ text: String, _ width: Int) -> String {
        text + String(repeating: " ", count: max(0, width - text.count))
    }
}
