import GRDBSQLite
import Synchronization

/// A disk that can be told to fail. It stands under SQLite for the whole test process and lets everything through,
/// except for the write-ahead logs of the databases it was told about.
enum FailingDisk {
    /// Fails the trips to the disk (`fsync`) or the writes of one database's log with `code` while `body` runs.
    static func failing<T>(_ failure: Failure, of path: String, _ body: () async throws -> T) async rethrows -> T {
        state.withLock { $0.failures[path + "-wal"] = failure }
        defer { state.withLock { $0.failures[path + "-wal"] = nil } }
        return try await body()
    }

    struct Failure: Sendable {
        var sync = SQLITE_OK
        var write = SQLITE_OK
    }

    /// Puts the disk in place, once. Call it before the database is opened.
    static let install: Void = {
        guard let real = sqlite3_vfs_find(nil) else { return }
        let name = UnsafeMutablePointer<CChar>.allocate(capacity: 8)
        for (index, byte) in "failing\0".utf8.enumerated() { name[index] = CChar(byte) }
        let shim = UnsafeMutablePointer<sqlite3_vfs>.allocate(capacity: 1)
        shim.initialize(to: real.pointee)
        shim.pointee.zName = UnsafePointer(name)
        shim.pointee.pNext = nil
        shim.pointee.xOpen = { vfs, name, file, flags, outFlags in
            guard let real = sqlite3_vfs_find("unix"), let file, let open = real.pointee.xOpen else {
                return SQLITE_CANTOPEN
            }
            let code = open(real, name, file, flags, outFlags)
            if code == SQLITE_OK, flags & SQLITE_OPEN_WAL != 0, let name { watch(file, String(cString: name)) }
            return code
        }
        sqlite3_vfs_register(shim, 1)
    }()

    private struct State {
        var failures: [String: Failure] = [:]
        var paths: [UInt: String] = [:]
        /// The file system's own operations, and ours that stand in for them.
        var real: UInt = 0
        var ours: UInt = 0
    }

    private static let state = Mutex(State())

    /// Puts our operations in the place of the file's own.
    private static func watch(_ file: UnsafeMutablePointer<sqlite3_file>, _ path: String) {
        guard let methods = file.pointee.pMethods else { return }
        state.withLock { state in
            state.paths[UInt(bitPattern: file)] = path
            if state.ours == 0 {
                let ours = UnsafeMutablePointer<sqlite3_io_methods>.allocate(capacity: 1)
                ours.initialize(to: methods.pointee)
                ours.pointee.xSync = { file, flags in
                    let failure = FailingDisk.failure(of: file).sync
                    return failure != SQLITE_OK ? failure : FailingDisk.real?.pointee.xSync(file, flags) ?? SQLITE_ERROR
                }
                ours.pointee.xWrite = { file, bytes, count, offset in
                    let failure = FailingDisk.failure(of: file).write
                    if failure != SQLITE_OK { return failure }
                    return FailingDisk.real?.pointee.xWrite(file, bytes, count, offset) ?? SQLITE_ERROR
                }
                state.real = UInt(bitPattern: methods)
                state.ours = UInt(bitPattern: ours)
            }
            file.pointee.pMethods = UnsafePointer(bitPattern: state.ours)
        }
    }

    private static var real: UnsafePointer<sqlite3_io_methods>? {
        UnsafePointer(bitPattern: state.withLock { $0.real })
    }

    private static func failure(of file: UnsafeMutablePointer<sqlite3_file>?) -> Failure {
        state.withLock { state in state.paths[UInt(bitPattern: file)].flatMap { state.failures[$0] } ?? Failure() }
    }
}
