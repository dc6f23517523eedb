import Credentials
import Foundation

/// The key file on disk.
struct KeyFileStore {
    let path: String

    var exists: Bool { FileManager.default.fileExists(atPath: path) }

    func read() throws -> KeyRing {
        if let problem = FileSafety(path)?.problem { throw Ending.refused(problem) }
        let text: String
        do {
            text = try String(contentsOfFile: path, encoding: .utf8)
        } catch {
            throw Ending.unreadable("The key file \(path) cannot be read.")
        }
        do throws(KeyFileError) {
            return try KeyFile.read(text)
        } catch {
            throw Ending.unreadable("\(error.message) (\(path))")
        }
    }

    /// Makes a key file with fresh keys, for its owner alone, and only where there is none. It is on disk as a whole, or
    /// not at all, when this returns.
    func make() throws -> KeyRing {
        let ring = KeyRing.fresh(.system)
        let text = Array((Self.heading + KeyFile.write(ring)).utf8)
        let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw Ending.unreadable("The key file \(path) cannot be made.") }
        defer { close(descriptor) }
        let written = text.withUnsafeBytes { Foundation.write(descriptor, $0.baseAddress, $0.count) }
        guard written == text.count, fsync(descriptor) == 0 else {
            unlink(path)
            throw Ending(.fault, "The key file \(path) could not be written.")
        }
        return ring
    }

    private static let heading = """
        # The keys of this Throughcare database. Keep a copy apart from its backups: without it nobody can sign in with a
        # second factor, and no checkpoint can be signed. Whoever has this file and the database can do both.

        """
}
