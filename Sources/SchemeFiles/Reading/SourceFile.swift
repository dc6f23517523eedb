/// A file as it was found.
package struct SourceFile: Hashable, Sendable {
    /// The path as given, for messages.
    package var path: String
    /// The path within its scheme's folder, which the digest covers.
    package var name: String
    package var bytes: [UInt8]

    package init(path: String, name: String, bytes: [UInt8]) {
        self.path = path
        self.name = name
        self.bytes = bytes
    }
}
