package import Domain
import Foundation

/// Reads an event log: one JSON object a line, as `docs/replay.md` describes it.
package struct EventLineReading {
    private let definitions: Definitions
    private let answers: AnswerReading
    private let file: String
    private let log = DiagnosticLog()

    private static let longestLine = 1 << 20

    /// - Parameters:
    ///   - bytes: the whole file.
    ///   - file: its path as given, for messages.
    /// - Returns: the events of the lines that could be read, and what is wrong with the others. Order and ids are kept
    ///   as written.
    package static func read(
        _ bytes: [UInt8], file: String, definitions: Definitions
    ) -> (events: [Event], diagnostics: [Diagnostic]) {
        let reading = EventLineReading(definitions, file)
        var events: [Event] = []
        var lines: [String: Int] = [:]
        var content = bytes[...]
        if content.starts(with: [0xEF, 0xBB, 0xBF]) { content = content.dropFirst(3) }
        let all = content.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        for (number, line) in all.enumerated() {
            let place = SourcePlace(file: file, line: number + 1, column: 1)
            guard !line.allSatisfy({ $0 == 0x20 || $0 == 0x09 || $0 == 0x0D }) else { continue }
            guard let event = reading.event(Array(line), place) else { continue }
            if let first = lines[event.id] {
                reading.log.error(place, "the id \(Wording.quoted(event.id)) is also on line \(first)")
                continue
            }
            lines[event.id] = number + 1
            events.append(event)
        }
        for event in events {
            guard let target = event.act.supersedes, lines[target] == nil, let line = lines[event.id] else { continue }
            let place = SourcePlace(file: file, line: line, column: 1)
            reading.log.error(place, "there is no event \(Wording.quoted(target)) to \(event.act.word) in this file")
        }
        return (events, reading.log.entries.inOrder)
    }

    private init(_ definitions: Definitions, _ file: String) {
        self.definitions = definitions
        self.file = file
        answers = AnswerReading(definitions: definitions)
    }

    private static let keys = [
        "id", "subject", "type", "version", "act", "supersedes", "reason", "occurred", "known", "recorded", "by",
        "agency",
        "answers",
    ]

    private func event(_ line: [UInt8], _ place: SourcePlace) -> Event? {
        if line.count > Self.longestLine {
            log.error(place, "this line is longer than \(Self.longestLine >> 20) MiB")
            return nil
        }
        let value: CanonicalJSON
        do throws(JSONText.Refusal) {
            value = try JSONText.value(line)
        } catch {
            let column = String(decoding: line.prefix(error.column - 1), as: UTF8.self).unicodeScalars.count + 1
            log.error(SourcePlace(file: place.file, line: place.line, column: column), error.message)
            return nil
        }
        guard case .object(let object) = value else {
            log.error(place, "expected an event, which is a JSON object")
            return nil
        }
        let unknown = object.members.filter { !Self.keys.contains($0.key) }
        for member in unknown {
            let guess = Wording.guess(member.key, among: Self.keys)
            log.error(
                place, "unknown key \(Wording.quoted(member.key))\(guess); expected one of \(Wording.oneOf(Self.keys))")
        }
        return event(EventLine(object: object, place: place, log: log, hasUnknownKeys: !unknown.isEmpty))
    }

    private func event(_ line: EventLine) -> Event? {
        let id = line.required("id")
        let subject = line.required("subject")
        let act = act(line)
        let type = line.text("type").flatMap { recordType($0, line) }
        if line.object["type"] == nil { line.reportMissing("type") }
        let occurred = line.moment("occurred")
        guard let id, let subject, let act, let type, let occurred else { return nil }
        let instant = occurred.instant(dayCountsAtStart: type.dayCountsAtStart)
        let known = line.instant("known") ?? instant
        let version = line.text("version") ?? version(of: type)
        return Event(
            id: id, subject: subject, type: type.id, version: version, act: act, occurred: occurred, known: known,
            recorded: line.instant("recorded") ?? known, by: line.text("by") ?? "", agency: line.text("agency") ?? "",
            answers: answers(line, type, on: occurred.day))
    }

    private func version(of type: RecordType) -> String {
        definitions.schemes.first { type.id.hasPrefix($0.id + "/") }?.version ?? ""
    }

    private func act(_ line: EventLine) -> Event.Act? {
        let target = line.text("supersedes")
        let reason = line.text("reason") ?? ""
        switch (line.text("act") ?? "record", target) {
        case ("record", nil): return .record
        case ("amend", let target?): return .amend(target, reason: reason)
        case ("withdraw", let target?): return .withdraw(target, reason: reason)
        case ("move", let target?): return .move(target, reason: reason)
        case ("record", _):
            line.error("`supersedes` says what an `amend`, `withdraw` or `move` corrects; say which `act`")
        case (let word, nil) where ["amend", "withdraw", "move"].contains(word):
            line.error("an `\(word)` needs `supersedes`, the id of the event it corrects")
        case (let word, _):
            line.error("\(Wording.quoted(word)) is no act; expected `record`, `amend`, `withdraw` or `move`")
        }
        return nil
    }

    /// The type of that id; a bare one must belong to one scheme only.
    private func recordType(_ id: String, _ line: EventLine) -> RecordType? {
        if let type = definitions.recordType(id) { return type }
        let found = definitions.recordTypes.filter { $0.id.split(separator: "/").last.map(String.init) == id }
        if found.count == 1 { return found[0] }
        if found.count > 1 {
            line.error("\(Wording.quoted(id)) could be \(Wording.oneOf(found.map(\.id))); write which, with its scheme")
        } else {
            let guess = Wording.guess(id, among: definitions.recordTypes.map(\.id))
            line.error("there is no record type \(Wording.quoted(id))\(guess)")
        }
        return nil
    }

    private func answers(_ line: EventLine, _ type: RecordType, on day: Day) -> [String: Answer] {
        guard let json = line.object["answers"] else { return [:] }
        guard case .object(let object) = json else {
            line.error("`answers` is an object of fields and their answers")
            return [:]
        }
        var found: [String: Answer] = [:]
        for member in object.members {
            guard let field = type.field(member.key) else {
                let guess = Wording.guess(member.key, among: type.fields.map(\.id))
                line.error("\(Wording.quoted(member.key)) is not a field of `\(type.id)`\(guess)")
                continue
            }
            do throws(AnswerReading.Fault) {
                found[field.id] = try answers.answer(member.value, field, on: day)
            } catch {
                line.error(error.message)
            }
        }
        return found
    }
}
