import Foundation

/// What a file or folder lets others do.
struct FileSafety: Sendable {
    let path: String
    /// The permission bits.
    let mode: Int
    let owner: UInt32

    var isOwn: Bool { owner == geteuid() }

    /// Nil where there is nothing.
    init?(_ path: String) {
        var status = stat()
        guard stat(path, &status) == 0 else { return nil }
        self.path = path
        mode = Int(status.st_mode & 0o7777)
        owner = status.st_uid
    }

    static let credentialsVariable = "CREDENTIALS_DIRECTORY"

    /// Whether systemd put it there for this service: it is the system's own, and lets this account read it by a list
    /// that shows as the group's bits.
    private var isCredential: Bool {
        guard let folder = ProcessInfo.processInfo.environment[Self.credentialsVariable], !folder.isEmpty else {
            return false
        }
        let isThere = URL(fileURLWithPath: path).deletingLastPathComponent().path == folder
        return isThere && owner == 0 && mode & 0o027 == 0
    }

    /// What is unsafe about it, as a sentence; nil when only its owner can read and write it.
    var problem: String? {
        if isCredential { return nil }
        if !isOwn { return "\(path) belongs to another account. Run as its owner, or give it to this account." }
        guard mode & 0o077 != 0 else { return nil }
        let octal = String(mode & 0o777, radix: 8)
        return "\(path) can be reached by other accounts (mode \(octal)). Run chmod go-rwx on it."
    }

    /// Everything of a database that must be its owner's alone: its folder, its files and the key file.
    static func problems(database: String, keyFile: String) -> [String] {
        let folder = URL(fileURLWithPath: database).deletingLastPathComponent().path
        return [folder, database, database + "-wal", database + "-shm", keyFile].compactMap { FileSafety($0)?.problem }
    }

    /// Makes the folder of a new database, its owner's alone. One that is there is left as it is.
    static func makeFolder(for database: String) throws {
        let folder = URL(fileURLWithPath: database).deletingLastPathComponent()
        guard !FileManager.default.fileExists(atPath: folder.path) else { return }
        do {
            try FileManager.default.createDirectory(
                at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        } catch {
            throw Ending.unreadable("The folder \(folder.path) cannot be made.")
        }
    }
}
