import Credentials
import Foundation

/// An encrypted copy of a database as a file.
struct SealedCopy {
    let file: String

    init(_ file: String) {
        self.file = file
    }

    /// The bit of a part's length that says that it is the last.
    private static let lastMark: UInt32 = 1 << 31
    /// No header is longer.
    private static let mostHeaderBytes = 1 << 16

    /// Encrypts a database into the file, and reads it back to see that it opens. It is on disk, as a whole, when this
    /// returns; until then it is called `.part`.
    func seal(_ database: String, note: String, keys: KeyRing) throws {
        let copy = CopyFiles(file)
        try copy.removePart()
        var seal = BackupSeal(note: note, keys: keys, random: .system)
        let source = try Self.reading(database)
        let target = try Self.making(copy.part)
        do {
            try target.write(contentsOf: Data(seal.header.text.utf8))
            var part = try Self.read(source, BackupSeal.partBytes)
            repeat {
                let next = try Self.read(source, BackupSeal.partBytes)
                let sealed = try seal.seal(part, isLast: next.isEmpty)
                let length = UInt32(sealed.count) | (next.isEmpty ? Self.lastMark : 0)
                try target.write(contentsOf: Data(Self.bytes(of: length) + sealed))
                part = next
            } while !part.isEmpty
            try target.close()
            try SealedCopy(copy.part).mustHold(database, keys: keys)
        } catch {
            try copy.removePart()
            throw error
        }
        try copy.finish()
    }

    /// Decrypts the file into a database, for its owner alone.
    ///
    /// - Returns: the signed checkpoint that it carries.
    func open(into database: String, keys: KeyRing) throws -> String {
        let target = try Self.making(database)
        let note = try eachPart(keys: keys) { try target.write(contentsOf: Data($0)) }
        try target.synchronize()
        try target.close()
        return note
    }

    /// The checkpoint that it says it carries, without its being opened.
    func note() throws -> String { try Self.header(Self.reading(file), file).note }

    /// Throws unless the file, decrypted, is the database byte for byte.
    private func mustHold(_ database: String, keys: KeyRing) throws {
        let source = try Self.reading(database)
        _ = try eachPart(keys: keys) { part in
            guard try Self.read(source, part.count) == part else {
                throw Ending(.fault, "\(file) was not written as it should have been.")
            }
        }
    }

    private func eachPart(keys: KeyRing, _ body: ([UInt8]) throws -> Void) throws -> String {
        let source = try Self.reading(file)
        let header = try Self.header(source, file)
        do {
            var seal = try BackupSeal(header, keys: keys)
            var isLast = false
            while !isLast {
                let mark = try Self.read(source, 4)
                guard mark.count == 4 else { throw BackupSealError.damaged(part: 0) }
                let length = mark.reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
                isLast = length & Self.lastMark != 0
                let count = Int(length & ~Self.lastMark)
                let most = BackupSeal.partBytes + BackupSeal.tagBytes
                guard count <= most else { throw BackupSealError.damaged(part: 0) }
                try body(try seal.open(try Self.read(source, count), isLast: isLast))
            }
            guard try Self.read(source, 1).isEmpty else { throw BackupSealError.damaged(part: 0) }
        } catch BackupSealError.noSuchKey(let name) {
            throw Ending.refused("\(file) was made with the key \(name), which the key file does not have.")
        } catch is BackupSealError {
            throw Ending.refused("\(file) is damaged, or was made with another key file.")
        }
        return header.note
    }

    private static func header(_ source: FileHandle, _ file: String) throws -> BackupSeal.Header {
        let start = try source.read(upToCount: mostHeaderBytes) ?? Data()
        guard let end = start.firstRange(of: Data("\n\n".utf8)),
            let text = String(data: start[..<end.upperBound], encoding: .utf8),
            let header = BackupSeal.Header(text: text)
        else { throw Ending.refused("\(file) is no backup.") }
        try source.seek(toOffset: UInt64(end.upperBound))
        return header
    }

    private static func read(_ source: FileHandle, _ count: Int) throws -> [UInt8] {
        Array(try source.read(upToCount: count) ?? Data())
    }

    private static func reading(_ path: String) throws -> FileHandle {
        if let handle = FileHandle(forReadingAtPath: path) { return handle }
        throw Ending.unreadable("\(path) cannot be read.")
    }

    private static func making(_ path: String) throws -> FileHandle {
        let made = FileManager.default.createFile(
            atPath: path, contents: nil, attributes: [.posixPermissions: 0o600])
        guard made, let handle = FileHandle(forWritingAtPath: path) else {
            throw Ending.unreadable("\(path) cannot be made.")
        }
        return handle
    }

    private static func bytes(of number: UInt32) -> [UInt8] {
        (0..<4).map { UInt8(truncatingIfNeeded: number >> (24 - 8 * $0)) }
    }
}
