import Domain
import Foundation

/// The members of one line of an event log, read one at a time.
struct EventLine {
    let object: CanonicalObject
    let place: SourcePlace
    let log: DiagnosticLog
    /// A key that nobody knows was probably meant as one that is missing.
    let hasUnknownKeys: Bool

    func error(_ message: String) { log.error(place, message) }

    func reportMissing(_ key: String) {
        if !hasUnknownKeys { error("an event needs the key `\(key)`") }
    }

    func text(_ key: String) -> String? {
        guard let value = object[key] else { return nil }
        guard case .string(let text) = value else {
            error("`\(key)` is text in quotes")
            return nil
        }
        if text.utf8.count > 200 && key != "reason" {
            error("`\(key)` is longer than 200 letters")
            return nil
        }
        guard text.hasOnlyShortMarkRuns else {
            error("`\(key)` has more marks on one letter than any language writes")
            return nil
        }
        return text.precomposedStringWithCanonicalMapping
    }

    func required(_ key: String) -> String? {
        guard object[key] != nil else {
            reportMissing(key)
            return nil
        }
        guard let text = text(key) else { return nil }
        if text.isEmpty {
            error("`\(key)` is empty")
            return nil
        }
        return text
    }

    func moment(_ key: String) -> Moment? {
        guard let text = required(key) else { return nil }
        guard let moment = Moment(iso: text) else {
            error(
                "`\(key)` is an instant such as 2013-05-02T21:30:00Z or a day such as 2013-05-02; found \(Wording.quoted(text))"
            )
            return nil
        }
        return moment
    }

    func instant(_ key: String) -> Instant? {
        guard let text = text(key) else { return nil }
        guard let instant = Instant(text) else {
            error("`\(key)` is an instant such as 2013-05-02T21:30:00Z; found \(Wording.quoted(text))")
            return nil
        }
        return instant
    }
}
