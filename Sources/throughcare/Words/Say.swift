import Domain
import Foundation

/// Where the command speaks: facts on standard output, everything else on standard error.
enum Say {
    /// A line of facts.
    static func out(_ line: String) { write(line, to: FileHandle.standardOutput) }

    /// Canonical JSON on one line.
    static func out(_ members: [(String, CanonicalJSON)]) {
        out(CanonicalJSON.object(CanonicalObject(members)).text)
    }

    /// What went wrong, or stands in the way.
    static func problem(_ line: String) { write(line, to: FileHandle.standardError) }

    /// How far something long has come. Only on a screen: in a file it would be noise.
    static func progress(_ text: String) {
        guard isatty(FileHandle.standardError.fileDescriptor) == 1 else { return }
        FileHandle.standardError.write(Data("\r\u{1B}[K\(text)".utf8))
    }

    static func progressDone() { progress("") }

    private static func write(_ line: String, to handle: FileHandle) {
        do {
            try handle.write(contentsOf: Data((line.hasSuffix("\n") ? line : line + "\n").utf8))
        } catch {
            // Nobody reads any more; there is nobody to tell.
        }
    }
}
