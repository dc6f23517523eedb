import Domain
import Foundation
import Ledger
import SchemeFiles

/// The shipped rules of Nottingham, which must check clean; read once for all tests.
enum ShippedRules {
    static let definitions = Result {
        let loaded = SchemeReading.read(root.appending(path: "Schemes/nottingham").path) { LedgerHash(hashing: $0).hex }
        if let fault = loaded.diagnostics.first { throw NotClean(text: "\(fault)") }
        return loaded.definitions
    }

    /// The folder of the whole project.
    static let root = (0..<4).reduce(URL(filePath: #filePath)) { folder, _ in folder.deletingLastPathComponent() }

    struct NotClean: Error { let text: String }
}
