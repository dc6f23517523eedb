import Casework
import Credentials
import Foundation
import Ledger
import SQLiteAccess
import Store

/// A backup, decrypted and found sound: what a restore and a drill begin with.
struct OpenedCopy {
    let sqlite: SQLiteDatabase
    let checkpoint: SignedCheckpoint

    /// - Parameters:
    ///   - file: the backup.
    ///   - path: where the database is made.
    /// - Throws: an `Ending` unless every page is sound, the ledger is what was signed, and the signature is by one of
    ///   this ledger's keys over exactly what is there.
    static func open(_ file: String, into path: String, keys: KeyRing) async throws -> OpenedCopy {
        let note = try SealedCopy(file).open(into: path, keys: keys)
        let sqlite = try await SQLiteDatabase.open(path: path)
        let database = Database(sqlite)
        let signed: SignedCheckpoint
        do {
            signed = try SignedCheckpoint(note: note)
        } catch {
            throw Ending.refused("\(file) carries no signed checkpoint.")
        }
        let known = try await CheckpointKeys(database: database, keys: keys).all
        guard known.contains(where: signed.isSigned) else {
            throw Ending.refused("\(file) carries a checkpoint that is not signed with a key of this ledger.")
        }
        try await CopyCheck.mustBeSound(sqlite, keys: known)
        let last = try await database.read { try CheckpointRows.last(on: $0) }
        guard let last, last.note.utf8.elementsEqual(note.utf8) else {
            throw Ending.refused("\(file) does not hold the ledger that its checkpoint was signed for.")
        }
        return OpenedCopy(sqlite: sqlite, checkpoint: signed)
    }
}
