import Foundation

/// The files of a copy: until it is whole it has another name, so that what bears the name is whole.
struct CopyFiles {
    let file: String

    init(_ file: String) {
        self.file = file
    }

    var part: String { file + ".part" }
    var checkpoint: String { file + ".checkpoint" }

    func mustNotExist() throws {
        for path in [file, checkpoint] where FileManager.default.fileExists(atPath: path) {
            throw Ending.refused("\(path) is there already, and is never overwritten.")
        }
    }

    /// Removes what an earlier try, cut short, left behind.
    func removePart() throws {
        for path in [part, part + "-wal", part + "-shm"] where FileManager.default.fileExists(atPath: path) {
            do {
                try FileManager.default.removeItem(atPath: path)
            } catch {
                throw Ending.unreadable("\(path), left by an earlier try, cannot be removed.")
            }
        }
    }

    /// Keeps the signed note, then gives the part its name; both are on disk when this returns.
    func finish(note: String? = nil) throws {
        if let note { try write(Array(note.utf8), to: checkpoint) }
        try flush(part)
        guard rename(part, file) == 0 else { throw Ending(.fault, "\(part) could not be renamed to \(file).") }
        try flush(URL(fileURLWithPath: file).deletingLastPathComponent().path)
    }

    private func write(_ bytes: [UInt8], to path: String) throws {
        let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw Ending.unreadable("\(path) cannot be made.") }
        defer { close(descriptor) }
        let written = bytes.withUnsafeBytes { Foundation.write(descriptor, $0.baseAddress, $0.count) }
        guard written == bytes.count, fsync(descriptor) == 0 else {
            throw Ending(.fault, "\(path) could not be written.")
        }
    }

    private func flush(_ path: String) throws {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw Ending.unreadable("\(path) cannot be opened.") }
        defer { close(descriptor) }
        guard fsync(descriptor) == 0 else { throw Ending(.fault, "\(path) could not be written to the disk.") }
    }
}
