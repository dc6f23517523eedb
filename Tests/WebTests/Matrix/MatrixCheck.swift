@testable import Casework
import Domain
import HTTPTypes
import Testing

@testable import Web

/// Holds one cell against what it must be.
struct MatrixCheck {
    let column: MatrixColumn
    let relation: Relation
    let outcome: CellOutcome
    let observed: Observed
    let target: CellTarget
    /// What the same caller got about nobody, with what they sent.
    let baseline: (observed: Observed, typed: [String])?
    let scan: BodyScan

    var typed: [String] { Self.typed(target, observed.request) }

    /// What the caller sent, as a page may send it back: not what would be a find.
    static func typed(_ target: CellTarget, _ request: CellRequest) -> [String] {
        let born = target.words["born"] ?? ""
        var typed = [target.reference, target.event, target.pathPerson, target.pathEvent]
        for value in request.form.map(\.1) {
            if value.count > 6 { typed.append(value) }
            typed += value.split { $0 == "," || $0.isNewline }.map(String.init).filter { $0.count > 7 }
            if value.contains(born) { typed += [born, target.person.born.text] }
        }
        return typed
    }

    /// A board with a receipt above it is two looks.
    var isMention = false

    /// All that is wrong with the cell.
    func faults() -> [String] {
        statusFaults + entryFaults + likenessFaults + Self.headerFaults(observed.answer) + contentFaults
    }

    private var allowed: [Int] {
        switch outcome {
        case .plain(let status), .turnedAway(let status), .told(let status), .unmoved(let status): [status]
        // What is no reference at all is refused before the role is looked at, or after.
        case .hidden(let status): relation == .malformed ? [404, status] : [status]
        case .shown(let statuses): statuses
        case .skipped: []
        }
    }

    private var statusFaults: [String] {
        var faults: [String] = []
        if !allowed.contains(observed.status) { faults.append("status \(observed.status), must be \(allowed)") }
        if case .turnedAway(303) = outcome {
            let place = column.kind == .withoutRole ? "/choose-role" : "/sign-in"
            if !(observed.answer.location?.hasPrefix(place) ?? false) { faults.append("does not lead to \(place)") }
        }
        return faults
    }

    private var entryFaults: [String] {
        let kept = observed.kept(without: [])
        let about = observed.entries.filter { $0.content.contains("\"\(target.person.reference)\"") }
        switch outcome {
        case .turnedAway:
            // An administrator who tries a page about people leaves one entry, which names nobody.
            let isRight =
                column.isAdministrator
                ? kept.count == 1 && about.isEmpty && kept.allSatisfy { $0.hasPrefix("consultation refused") }
                : kept.isEmpty
            return isRight && observed.written == 0 ? [] : ["left \(kept), wrote \(observed.written)"]
        case .hidden, .unmoved:
            var faults = observed.written > 0 ? ["wrote \(observed.written) events"] : []
            if hasWritten { faults.append("a write stands in the ledger: \(kept)") }
            return faults
        case .shown, .told:
            var faults: [String] = []
            if about.isEmpty, observed.request.method == .get { faults.append("no entry names the person: \(kept)") }
            if observed.request.method == .get, observed.status == 200, about.count != 1, !isMention {
                faults.append("\(about.count) entries for one page: \(kept)")
            }
            if observed.request.method == .get, hasWritten { faults.append("a look wrote: \(kept)") }
            return faults
        case .plain, .skipped: return []
        }
    }

    private var hasWritten: Bool { observed.entries.contains { ["collection", "alteration"].contains($0.kind) } }

    private var likenessFaults: [String] {
        guard relation != .nobody, let baseline else { return [] }
        switch outcome {
        // Anybody can tell what is no reference at all; of an address it makes no page.
        case .hidden where relation == .malformed && (observed.status != 404 || baseline.observed.status != 404):
            return []
        case .unmoved where relation == .malformed: return []
        case .hidden, .unmoved: break
        default: return []
        }
        var faults: [String] = []
        let (theirs, nobodys) = (
            observed.print(without: typed), baseline.observed.print(without: baseline.typed)
        )
        if theirs != nobodys {
            faults.append("differs from nobody's page: \(Self.difference(theirs, nobodys))")
        }
        let (left, nobodysLeft) = (
            observed.kept(without: typed), baseline.observed.kept(without: baseline.typed)
        )
        if left != nobodysLeft, relation != .malformed { faults.append("entries \(left), nobody's \(nobodysLeft)") }
        return faults
    }

    private var contentFaults: [String] {
        // Of what is not there, the reference that was asked for is no part either.
        let sent = observed.status == 404 ? [] : typed
        let strangers = scan.strangers(in: observed, typed: sent)
        let unlogged = scan.unlogged(in: observed, typed: typed)
        return (strangers.isEmpty ? [] : ["shows \(strangers)"])
            + (unlogged.isEmpty ? [] : ["shows \(unlogged) without an entry"])
    }

    /// The headers that every answer has; only assets may be kept by a browser.
    static func headerFaults(_ answer: Visitor.Answer, isAsset: Bool = false) -> [String] {
        var faults = HeaderTests.wanted.filter { answer.header($0.key) != $0.value }.map { "header \($0.key)" }
        let policy = answer.header("Content-Security-Policy") ?? ""
        if !policy.contains("default-src 'none'") || policy.contains("unsafe") { faults.append("content policy") }
        if (answer.header("Cache-Control") == "no-store") == isAsset { faults.append("header Cache-Control") }
        return faults.sorted()
    }

    private static func difference(_ one: PageBytes, _ other: PageBytes) -> String {
        let (lines, others) = (one.bytes.split(separator: 10), other.bytes.split(separator: 10))
        guard let place = zip(lines, others).first(where: { $0 != $1 }) else {
            return "\(lines.count) lines for \(others.count)"
        }
        // The first place where they part, with a little of what stands before.
        let same = zip(place.0, place.1).prefix { $0 == $1 }.count
        let words = [place.0, place.1].map {
            String(decoding: $0.dropFirst(max(0, same - 40)).prefix(120), as: UTF8.self)
        }
        return "“\(words[0])” for “\(words[1])”"
    }
}
