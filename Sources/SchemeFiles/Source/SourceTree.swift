import Domain
import Foundation
import Yams

/// A file of YAML as values with their places.
struct SourceTree {
    /// `nil` when the file is empty or was not read.
    private(set) var root: SourceNode?
    private(set) var diagnostics: [Diagnostic] = []
    /// A mistake of syntax, or something that is never read, stands in the file.
    private(set) var isUnread = false
    private let file: String
    /// Keys that were masked to get past the parser's own refusal, by the place of the key.
    private var masked: [SourcePlace: String] = [:]

    /// How many repeated keys of one file are named before the rest is left unread; each costs another parse.
    private static let mostRepeats = 20

    init(file: String, bytes: [UInt8]) {
        self.file = file
        if bytes.count > SourceLimits.fileBytes {
            unread(1, 1, "this file is larger than \(SourceLimits.fileBytes / 1024) KiB")
            return
        }
        do throws(SourceText.Refusal) {
            var lines = SourceLines(try SourceText.text(bytes))
            if let refusal = TextGate.refusal(of: lines.text) { throw refusal }
            if let name = AliasGuess.name(in: lines.text) {
                throw SourceText.Refusal(line: 1, column: 1, message: "`&\(name)` and `*\(name)` look like an alias")
            }
            guard let node = compose(&lines) else { return }
            root = convert(node, depth: 0)
        } catch {
            unread(error.line, error.column, error.message)
        }
    }

    /// What may be defined in a file that was not read to the end: the ids that stand before a colon.
    static func names(in bytes: [UInt8]) -> Set<String> {
        let words = bytes.split { byte in
            let isLetter = (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte) || byte == 0x2D
            return !isLetter && byte != UInt8(ascii: ":")
        }
        let keys = words.filter { $0.last == UInt8(ascii: ":") && $0.count <= 64 }
        return Set(keys.map { String(decoding: $0.dropLast(), as: UTF8.self) })
    }

    private func place(_ mark: Mark?) -> SourcePlace {
        SourcePlace(file: file, line: mark?.line ?? 1, column: mark?.column ?? 1)
    }

    private mutating func unread(_ line: Int, _ column: Int, _ message: String) {
        isUnread = true
        let place = SourcePlace(file: file, line: line, column: column)
        diagnostics.append(Diagnostic(place, .error, message + "; the rest of this file is not read"))
    }

    /// The parser refuses a mapping with a repeated key as a whole. So that everything else is still checked, the key
    /// it names is masked by a letter of the private-use area and the file is parsed again.
    private mutating func compose(_ lines: inout SourceLines) -> Node? {
        for attempt in 0...Self.mostRepeats {
            do {
                return try Yams.compose(yaml: lines.text, .basic, .default, .utf8)
            } catch YamlError.duplicatedKeysInMapping(let keys, let context) {
                let mark = context.mark
                let place = SourcePlace(file: file, line: mark.line, column: mark.column)
                let wasMasked = attempt < Self.mostRepeats && lines.mask(mark.line, mark.column, attempt: attempt)
                guard wasMasked, let key = keys.first else {
                    unread(mark.line, mark.column, "a key is written more than once")
                    return nil
                }
                masked[place] = key
            } catch {
                let (mark, problem) = SyntaxError.explain(error, lines: lines)
                unread(mark.line, mark.column, problem)
                return nil
            }
        }
        return nil
    }

    private mutating func convert(_ node: Node, depth: Int) -> SourceNode? {
        let place = place(node.mark)
        if depth > SourceLimits.depth {
            diagnostics.append(Diagnostic(place, .error, "this is nested more than \(SourceLimits.depth) deep"))
            return nil
        }
        if node.anchor != nil || node.alias != nil {
            diagnostics.append(Diagnostic(place, .error, "anchors and aliases are not supported"))
            return nil
        }
        switch node {
        case .alias: return nil
        case .scalar(let scalar):
            let isPlain = scalar.style == .plain
            if isPlain && ["", "~", "null"].contains(scalar.string) {
                return SourceNode(place: place, content: .nothing)
            }
            return SourceNode(place: place, content: .text(checked(scalar.string, place)))
        case .sequence(let sequence):
            var items: [SourceNode] = []
            for item in sequence {
                if let item = convert(item, depth: depth + 1) { items.append(item) }
            }
            return SourceNode(place: place, content: .list(items))
        case .mapping(let mapping):
            return SourceNode(place: place, content: .mapping(entries(mapping, depth: depth)))
        }
    }

    private mutating func entries(_ mapping: Node.Mapping, depth: Int) -> [SourceEntry] {
        var entries: [SourceEntry] = []
        var first: [String: Int] = [:]
        for (key, value) in mapping {
            let place = place(key.mark ?? mapping.mark)
            guard let scalar = key.scalar, !scalar.string.isEmpty, key.anchor == nil else {
                diagnostics.append(Diagnostic(place, .error, "a key must be text"))
                continue
            }
            let name = masked[place] ?? scalar.string
            if name == "<<" && scalar.style == .plain {
                diagnostics.append(Diagnostic(place, .error, "merge keys (`<<`) are not supported"))
                continue
            }
            let text = checked(name, place)
            if let line = first.updateValue(place.line, forKey: text) {
                first[text] = line
                let message = "the key \(Wording.quoted(text)) is written twice; the first is on line \(line)"
                diagnostics.append(Diagnostic(place, .error, message))
                continue
            }
            if let value = convert(value, depth: depth + 1) {
                entries.append(SourceEntry(key: text, place: place, value: value))
            }
        }
        return entries
    }

    /// In normalization form C; an escape such as `\0` in quotes can still bring a control character in.
    private mutating func checked(_ text: String, _ place: SourcePlace) -> String {
        let isClean = text.unicodeScalars.allSatisfy { scalar in
            scalar.value >= 0x20 && !(0x7F...0x9F).contains(scalar.value) || scalar == "\n" || scalar == "\t"
        }
        if !isClean { diagnostics.append(Diagnostic(place, .error, "control characters are not allowed in text")) }
        guard text.hasOnlyShortMarkRuns else {
            diagnostics.append(Diagnostic(place, .error, "a letter has more marks on it than any language writes"))
            return ""
        }
        return text.utf8.allSatisfy { $0 < 0x80 } ? text : text.precomposedStringWithCanonicalMapping
    }
}
