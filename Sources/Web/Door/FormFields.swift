import Casework
import Domain
package import Markup

/// What a form sent, or what stands in an address after the question mark: names and values in the order they came.
///
/// Everything is clean text (see `TypedText`). A field that should come once and came more often is read by its first
/// value: `line`, `text` and `secret` never join values and never take the last.
package struct FormFields: Sendable {
    /// All of them, in the order they came.
    package private(set) var fields: [(name: String, value: String)] = []
    /// The file that came with the form, where its route takes one.
    package internal(set) var file: UploadedFile?
    /// Method and path that the form was sent to.
    package internal(set) var address = ""
    /// The most bytes that one value may have, where its form says so.
    package internal(set) var limitBytesEach: Int?
    private var places: [String: [Int]] = [:]
    private var spoilt: [String] = []

    /// More fields than any form of ours has.
    static let most = 1_000

    package init() {}

    /// Throws `FormRefusal.tooManyFields`.
    mutating func append(_ name: TypedText, _ value: TypedText) throws(FormRefusal) {
        guard fields.count < Self.most else { throw .tooManyFields }
        places[name.text, default: []].append(fields.count)
        fields.append((name.text, value.text))
        if name.isSpoilt || value.isSpoilt { spoilt.append(name.text) }
    }

    /// Whether the field came at all; an unticked box does not.
    package func has(_ name: String) -> Bool { places[name] != nil }

    /// One line: the first value, without the space around it, each line end a space. Empty when the field did not come.
    package func line(_ name: String) -> String {
        String(text(name).map { $0 == "\n" || $0 == "\t" ? " " : $0 })
    }

    /// Text of any number of lines: the first value, without the space around it.
    package func text(_ name: String) -> String { secret(name).trimmed }

    /// The first value with every space kept, for a password.
    package func secret(_ name: String) -> String {
        places[name].flatMap(\.first).map { fields[$0].value } ?? ""
    }

    /// Every value, for boxes of which several may be ticked.
    package func all(_ name: String) -> [String] {
        (places[name] ?? []).map { fields[$0].value }
    }

    /// The names that came, each once, in order.
    package var names: [String] {
        places.sorted { ($0.value.first ?? 0) < ($1.value.first ?? 0) }.map(\.key)
    }

    /// Fields with a character that cannot be kept, or with more than may be typed. Every form puts these among its own
    /// problems.
    package var problems: [Markup.FieldProblem] {
        let long = fields.filter { $0.value.utf8.count > limitBytesEach ?? .max }.map { field in
            Markup.FieldProblem(
                boxID: field.name, message: "Your answer is too long. Enter at most \(limitBytesEach ?? 0) letters.")
        }
        return long
            + spoilt.map { name in
                Markup.FieldProblem(
                    boxID: name,
                    message:
                        "Your answer has a character that cannot be kept, shown as \u{FFFD}. Take it out and try again."
                )
            }
    }

    /// The key by which a second posting of the same form is known, with a digest of what it sent and where; nil
    /// for a form without one.
    package var key: (name: String, bodyDigest: String)? {
        let once = line("once")
        guard !once.isEmpty else { return nil }
        return (once, FormKeys.digest(of: fields.filter { $0.name != "csrf" && $0.name != "once" }, to: address))
    }
}
