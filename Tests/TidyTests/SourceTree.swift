import Foundation

/// The project's files, as text.
struct SourceTree {
    struct File {
        /// From the project's root, such as `Sources/Domain/Engine/Rota.swift`.
        let path: String
        let text: String

        /// The target a source file belongs to.
        var target: String {
            let parts = path.split(separator: "/")
            return parts.count > 2 ? String(parts[1]) : ""
        }

        var lines: [Substring] { text.split(separator: "\n", omittingEmptySubsequences: false) }
    }

    static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    /// Every file below a folder whose name ends so. Throws when the folder cannot be read.
    static func files(below folder: String, ending: String) throws -> [File] {
        let base = root.appending(path: folder)
        let paths = try FileManager.default.subpathsOfDirectory(atPath: base.path(percentEncoded: false))
        return try paths.filter { $0.hasSuffix(ending) }.sorted().map { path in
            let text = try String(contentsOf: base.appending(path: path), encoding: .utf8)
            return File(path: folder + "/" + path, text: text)
        }
    }
}
