import Foundation

/// The names that the shipped schemes give to their own things, which no code may know.
enum SchemeNames {
    /// Scheme folders, and the ids of record types, programmes, decisions, boards, agreements and letters.
    static func all() throws -> Set<String> {
        var names: Set<String> = []
        for file in try SourceTree.files(below: "Schemes", ending: ".yaml") {
            let parts = file.path.split(separator: "/")
            guard parts.count > 2, !parts.contains("scenarios"), !parts.contains("demo") else { continue }
            if parts[1] != "core" { names.insert(String(parts[1])) }
            names.formUnion(ids(in: file.text))
        }
        // Words of the field and of the design that a scheme also uses as ids; the code uses them in their plain sense.
        return names.subtracting(plainWords)
    }

    static let plainWords: Set<String> = [
        "appointment", "consent", "contact", "referral", "release", "detention", "note", "caseload", "acknowledgement",
        "cells", "alcohol", "testing", "attendance", "duty",
        // The parts a record may play (`acts-as`) are the vocabulary's own.
        "referral-answer", "appointment-change",
    ]

    /// Keys one level below a section of definitions.
    private static func ids(in text: String) -> [String] {
        let sections: Set<String> = [
            "record-types:", "programmes:", "decisions:", "boards:", "sharing-agreements:", "letters:",
        ]
        var isInside = false
        var ids: [String] = []
        for line in text.split(separator: "\n") {
            if !line.hasPrefix(" "), !line.hasPrefix("#") { isInside = sections.contains(String(line.trimming)) }
            guard isInside, line.hasPrefix("  "), !line.hasPrefix("   "), line.trimming.hasSuffix(":") else { continue }
            ids.append(String(line.trimming.dropLast()))
        }
        return ids
    }

    /// Whether a text holds the name as a string of its own or as a qualified id.
    static func mentions(_ name: String, in text: String) -> Bool {
        text.contains("\"\(name)\"") || text.contains("/\(name)\"")
    }
}

extension Substring {
    fileprivate var trimming: String { trimmingCharacters(in: .whitespaces) }
}
