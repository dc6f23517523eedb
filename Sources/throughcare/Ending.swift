import ArgumentParser
import Casework
import Foundation
import Ledger
import PostgresAccess
import SQLAccess
import SQLiteAccess
import Store
import Web

/// How the command ends when it does not simply succeed: the one place where an error becomes a sentence and an exit code.
struct Ending: Error, Sendable {
    /// What a script may rely on.
    enum Code: Int32, Sendable {
        case ok = 0
        /// Something was found, or the rules say no.
        case refused = 1
        /// The command was asked wrongly.
        case usage = 2
        /// Something cannot be read or opened.
        case unreadable = 3
        /// A fault of the program or the machine.
        case fault = 70
    }

    let code: Code
    /// What to say on standard error; empty when everything was said.
    let message: String

    init(_ code: Code, _ message: String = "") {
        self.code = code
        self.message = message
    }

    static func refused(_ message: String = "") -> Ending { Ending(.refused, message) }
    static func unreadable(_ message: String) -> Ending { Ending(.unreadable, message) }

    init(_ error: any Error) {
        if let ending = error as? Ending {
            self = ending
        } else if let known = Self.known(error) {
            self = known
        } else {
            self = Self.parsing(error)
        }
    }

    /// Says it and ends the process.
    func end() -> Never {
        if !message.isEmpty {
            (code == .ok ? Say.out : Say.problem)(message)
        }
        exit(code.rawValue)
    }

    /// Errors of the argument parser, help and version among them, which are errors to it.
    private static func parsing(_ error: any Error) -> Ending {
        let code = Throughcare.exitCode(for: error)
        if code == .success { return Ending(.ok, Throughcare.fullMessage(for: error)) }
        if code == .validationFailure { return Ending(.usage, Throughcare.fullMessage(for: error)) }
        // Only the kind: an error's own text may hold what somebody typed, or what a record says.
        return Ending(.fault, "Something went wrong that should not: \(type(of: error)).")
    }

    private static func known(_ error: any Error) -> Ending? {
        switch error {
        case let fault as SQLFault: Ending(StoreProblem.code(fault), StoreProblem.sentence(fault))
        case let fault as StoreFault: Ending(StoreProblem.code(fault), StoreProblem.sentence(fault))
        case let refusal as SQLiteRefusal: Ending(.unreadable, StoreProblem.sentence(refusal))
        case let refusal as PostgresRefusal: Ending(.unreadable, StoreProblem.sentence(refusal))
        case let refusal as MigrationRefusal: Ending(.unreadable, StoreProblem.sentence(refusal))
        case let refusal as WebOptionsRefusal: Ending(.usage, refusal.message)
        case let refusal as AddWorkerRefusal: Ending(.refused, Refused.sentence(refusal))
        case let refusal as WorkerRefusal: Ending(.refused, Refused.sentence(refusal))
        case let refusal as AddAgencyRefusal: Ending(.refused, Refused.sentence(refusal))
        case let refusal as PublishRefusal: Ending(.refused, Refused.sentence(refusal))
        case let refusal as NotProven: Ending(.refused, Refused.sentence(refusal))
        case let refusal as CheckpointNotWritten: Ending(.refused, Refused.sentence(refusal))
        case is NotADemonstration:
            Ending(.refused, "This is not a demonstration database: no code is given out. Use an authenticator app.")
        case is Missing: Ending(.refused, "There is nobody of that name who can sign in.")
        case is CancellationError: Ending(.fault, "Stopped.")
        default: nil
        }
    }
}
