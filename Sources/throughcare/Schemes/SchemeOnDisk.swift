import Domain
import Foundation
import SchemeFiles
import Store

/// A scheme's folder and the folders it builds on, read from disk.
struct SchemeOnDisk {
    let loaded: LoadedSchemes
    /// By scheme id.
    private let folders: [String: SchemeFolder]

    init(_ path: String) throws {
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), isFolder.boolValue else {
            throw Ending.unreadable("There is no folder \(path).")
        }
        let root = SchemeFolder(reading: path)
        let others = Others()
        loaded = SchemeReading.read(root, digest: PublishedFiles.digest) { others.open($0) }
        var folders = others.folders
        if let id = loaded.schemes.last?.id { folders[id] = root }
        self.folders = folders
    }

    /// Says everything that is wrong. Throws when any of it is an error.
    func usable() throws -> LoadedSchemes {
        for diagnostic in loaded.diagnostics { Say.out(diagnostic.description) }
        if loaded.diagnostics.hasErrors { throw Ending.refused() }
        return loaded
    }

    /// What is published: each scheme with its files, those built on first.
    func published() throws -> [PublishedScheme] {
        try loaded.schemes.map { scheme in
            let files = try (folders[scheme.id]?.files ?? []).map { file in
                guard let text = String(validating: file.bytes, as: UTF8.self) else {
                    throw Ending.refused("\(file.path) is not UTF-8 text.")
                }
                return (path: file.name, content: text)
            }
            return PublishedScheme(
                version: scheme.version, scheme: scheme.id, title: scheme.title, from: nil, files: files)
        }
    }

    /// The folders that reading asked for, kept so that what is published is what was checked.
    private final class Others {
        private(set) var folders: [String: SchemeFolder] = [:]

        func open(_ path: String) -> SchemeFolder {
            let folder = SchemeFolder(reading: path)
            folders[folder.name] = folder
            return folder
        }
    }
}
