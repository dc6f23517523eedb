import Domain
import Ledger
import SchemeFiles
import Store

/// Turns published files into definitions, as the server runs them.
enum PublishedFiles {
    /// SHA-256, in hexadecimal.
    static func digest(_ bytes: [UInt8]) -> String { LedgerHash(hashing: bytes).hex }

    /// Every version, in the order of publication. Each is read together with the versions of the schemes it builds on
    /// that were in force when it was published.
    ///
    /// Throws an `Ending` when the files of a version are not what was published, or can no longer be read.
    static func read(_ published: [PublishedScheme]) throws -> [Definitions.Published] {
        var schemes: [String: Scheme] = [:]
        // From the last: reading one gives those it builds on, so most need no reading of their own.
        for (index, version) in published.enumerated().reversed() where schemes[version.version] == nil {
            let inForce = Dictionary(published[...index].map { ($0.scheme, $0) }) { _, later in later }
            let loaded = SchemeReading.read(folder(version), digest: digest) { path in
                let name = path.split(separator: "/").last.map(String.init) ?? path
                return inForce[name].map(folder) ?? SchemeFolder(path: path, files: [])
            }
            if let error = loaded.diagnostics.first(where: { $0.severity == .error }) {
                throw Ending.unreadable("The published \(version.version) can no longer be read. \(error)")
            }
            for scheme in loaded.schemes { schemes[scheme.version] = scheme }
        }
        return try published.map { version in
            guard let scheme = schemes[version.version] else {
                throw Ending.unreadable("The files of \(version.version) in the database are not those published.")
            }
            return Definitions.Published(scheme: scheme, from: version.from)
        }
    }

    private static func folder(_ version: PublishedScheme) -> SchemeFolder {
        SchemeFolder(
            path: "published/" + version.scheme,
            files: version.files.map { file in
                SourceFile(path: version.scheme + "/" + file.path, name: file.path, bytes: Array(file.content.utf8))
            })
    }
}
