import Foundation
import NIOCore

/// The files served under /assets, read once at start. Only what was read then can be asked for, by its exact name.
struct AssetFiles: Sendable {
    struct File: Sendable {
        let content: ByteBuffer
        let type: String
        /// Made from the content, with the quotation marks that the header wants.
        let tag: String
    }

    /// By name, such as `app.css` and `images/icon-search-black.svg`.
    let files: [String: File]

    /// What every page asks for.
    private static let needed = ["app.css", "app.js", "govuk-moj.css", "govuk-moj.js", "icon.svg", "js-enabled.js"]

    private static let types = [
        "css": "text/css; charset=utf-8", "js": "text/javascript; charset=utf-8", "svg": "image/svg+xml",
        "png": "image/png", "woff2": "font/woff2",
    ]

    /// Reads the folder and its folder `images`. Throws `WebOptionsRefusal.assetMissing`, or when a file cannot be read.
    init(folder: String) throws {
        var files: [String: File] = [:]
        for prefix in ["", "images/"] {
            let path = URL(filePath: folder).appending(path: prefix).path
            guard FileManager.default.fileExists(atPath: path) else { continue }
            for name in try FileManager.default.contentsOfDirectory(atPath: path) where !name.hasPrefix(".") {
                guard let type = Self.types[String(name.split(separator: ".").last ?? "")] else { continue }
                let bytes = try Data(contentsOf: URL(filePath: path).appending(path: name))
                files[prefix + name] = File(content: ByteBuffer(bytes: bytes), type: type, tag: Self.tag(of: bytes))
            }
        }
        for name in Self.needed where files[name] == nil { throw WebOptionsRefusal.assetMissing(name) }
        self.files = files
    }

    /// FNV-1a of 64 bits: it tells one version of our own file from another, and guards nothing.
    static func tag(of bytes: some Sequence<UInt8>) -> String {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01b3 }
        return "\"" + String(hash, radix: 16) + "\""
    }
}
