import Domain

/// Reads the folder of a scheme, and the folders of the schemes it builds on, which lie beside it.
///
/// Everything that is wrong is reported at once. Nothing in a file can stop the reading but a mistake of syntax, and that
/// only for the rest of its own file.
package enum SchemeReading {
    /// - Parameters:
    ///   - path: the scheme's folder, relative or absolute; messages name files under it as given.
    ///   - digest: a hash in hexadecimal of the bytes it is given, SHA-256 in the product.
    package static func read(_ path: String, digest: ([UInt8]) -> String) -> LoadedSchemes {
        read(SchemeFolder(reading: path), digest: digest) { SchemeFolder(reading: $0) }
    }

    /// The same from folders that may lie in memory.
    ///
    /// - Parameter open: gives the folder at a path.
    package static func read(
        _ folder: SchemeFolder, digest: ([UInt8]) -> String,
        open: @escaping (String) -> SchemeFolder
    ) -> LoadedSchemes {
        let log = DiagnosticLog()
        let sources = BuildOrder(log: log, open: open).sources(from: folder)
        let decoding = SchemeDecoding(sources: sources, log: log)
        var schemes = decoding.schemes()
        for position in schemes.indices {
            guard let source = sources.first(where: { $0.id == schemes[position].id }) else { continue }
            // What a scheme builds on is part of what it says: its version changes with theirs.
            let below = schemes[position].buildsOn.compactMap { id in schemes[..<position].first { $0.id == id }?.digest
            }
            schemes[position].digest = digest(SchemeDigest.bytes(source.folder.files, on: below))
        }
        return LoadedSchemes(
            schemes: schemes, diagnostics: log.entries.inOrder, files: sources.flatMap(\.folder.files),
            scenarioFiles: folder.scenarios, index: decoding.index)
    }
}
