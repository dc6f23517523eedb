import PostgresAccess
import SQLAccess
import SQLiteAccess
import Store

/// What is wrong with a database, in plain sentences.
enum StoreProblem {
    static func code(_ fault: SQLFault) -> Ending.Code {
        switch fault {
        case .corrupt, .readOnly: .unreadable
        default: .fault
        }
    }

    static func code(_ fault: StoreFault) -> Ending.Code {
        switch fault {
        case .damaged, .readOnly: .unreadable
        default: .fault
        }
    }

    static func sentence(_ fault: SQLFault) -> String {
        switch fault {
        case .corrupt: "The file is not a database, or is damaged."
        case .readOnly: "The database cannot be written to."
        case .full: "The disk is full."
        case .io: "The disk failed."
        case .busy: "Another process holds the database. Try again."
        case .closed: "The database has been closed."
        case .unreachable: "The database server cannot be reached."
        case .unreadable: "The database holds a row that is not as it must be."
        case .other(let code, _) where code == "14": "The database cannot be opened."
        case .constraint, .serialization, .unstorable, .other: "The database refused: \(fault)."
        }
    }

    static func sentence(_ fault: StoreFault) -> String {
        switch fault {
        case .busy: "Another process holds the database. Try again."
        case .full: "The disk is full."
        case .io: "The disk failed."
        case .damaged: "The database holds a row that is not as it must be, or is damaged."
        case .readOnly: "The database cannot be written to."
        case .closed: "The database has been closed."
        case .unreachable: "The database server cannot be reached."
        case .taken(let rule), .refused(let rule): "The database refused: \(rule)."
        case .other(let code): "The database refused: \(code)."
        }
    }

    static func sentence(_ refusal: SQLiteRefusal) -> String {
        switch refusal {
        case .setting(let name, let expected, let found):
            "The database would not be safe: \(name) is \(found) and must be \(expected)."
        case .libraryTooOld(let found): "The SQLite library is \(found). It must be 3.37 or later."
        }
    }

    static func sentence(_ refusal: PostgresRefusal) -> String {
        switch refusal {
        case .setting(let name, let expected, let found):
            "The database would not be safe: \(name) is \(found) and must be \(expected)."
        case .unprotected(let mode):
            """
            The database is on another machine, and sslmode is \(mode.isEmpty ? "not set" : mode). Say sslmode=verify-full, \
            so that what is sent is encrypted and goes to the right server.
            """
        case .address(let why): "The address of the database cannot be read: \(why)"
        }
    }

    static func sentence(_ refusal: MigrationRefusal) -> String {
        switch refusal {
        case .newerDatabase(let recorded, let known):
            """
            The database was last used by a newer version of this program (migration \(recorded); this one knows \
            \(known)). Run that version.
            """
        case .changed(let number, let recorded, let expected):
            "Migration \(number) of the database is \(recorded), and this program's is \(expected). It is another's."
        case .gap(let missing): "Migration \(missing) is missing from the database. It was changed by hand."
        case .misnumbered(let expected): "This program has no migration \(expected). It was built wrongly."
        }
    }
}
