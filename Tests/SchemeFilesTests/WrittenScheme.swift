import Foundation
import Testing

@testable import SchemeFiles

/// A scheme in memory: files by name, as somebody might write them.
struct WrittenScheme {
    var files: [String: String]

    init(_ files: [String: String]) { self.files = files }

    /// The scheme that the guide for newcomers builds.
    static let first = WrittenScheme(folder: "first-scheme")

    init(folder: String) {
        let folder = SchemeFolder(reading: Self.fixture(folder))
        files = Dictionary(
            uniqueKeysWithValues: (folder.files + folder.scenarios).map {
                ($0.name, String(decoding: $0.bytes, as: UTF8.self))
            })
    }

    static func fixture(_ name: String) -> String {
        URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("Fixtures/" + name).path
    }

    /// The same with one piece of text replaced by another; it must stand there once.
    func with(_ file: String, _ text: String, _ other: String) throws -> WrittenScheme {
        var copy = self
        let parts = (files[file] ?? "").components(separatedBy: text)
        try #require(parts.count == 2, "\(text) stands \(parts.count - 1) times in \(file)")
        copy.files[file] = parts.joined(separator: other)
        return copy
    }

    var folder: SchemeFolder { folder(path: "first-scheme") }

    func folder(path: String) -> SchemeFolder {
        let all = files.sorted { $0.key < $1.key }.map { name, text in
            SourceFile(path: path + "/" + name, name: name, bytes: Array(text.utf8))
        }
        return SchemeFolder(
            path: path, files: all.filter { !$0.name.hasPrefix("scenarios/") },
            scenarios: all.filter { $0.name.hasPrefix("scenarios/") })
    }

    /// Reads it, with other schemes beside it.
    func read(beside others: [String: WrittenScheme] = [:]) -> LoadedSchemes {
        SchemeReading.read(folder, digest: Self.digest) { path in
            others[path]?.folder(path: path) ?? SchemeFolder(path: path, files: [])
        }
    }

    /// Stands in for SHA-256.
    static func digest(_ bytes: [UInt8]) -> String {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
        return String(hash, radix: 16)
    }

    /// What is wrong, one line each.
    var problems: [String] { read().diagnostics.map(\.description) }
}
