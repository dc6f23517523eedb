/// What somebody typed or chose for one field, as text, before it is read.
package struct TypedField: Hashable, Sendable {
    /// One text for most kinds; each ticked code for a multiple choice; each week of a grid.
    package var texts: [String]

    package init(_ texts: [String]) { self.texts = texts }

    package var isEmpty: Bool { texts.allSatisfy(\.isEmpty) }
}

/// What is wrong with one answer: the rule, in words a worker can act on. The page adds which question it is about.
package struct FieldProblem: Hashable, Sendable {
    package var field: String
    package var code: Code
    package var message: String

    package init(field: String, code: Code, message: String) {
        self.field = field
        self.code = code
        self.message = message
    }

    package enum Code: String, Hashable, Sendable {
        case missing
        case unreadable
        case outOfRange = "out-of-range"
        case notAnOption = "not-an-option"
        case tooLong = "too-long"
        case refused
    }
}
