package import SQLAccess

/// Where a query keeps the words that the policy asks for, as SQL: `AccessColumns(subject: "n.subject", …)`.
///
/// A name must carry its table's alias: the filter looks into other tables, where a bare `subject` would be read as
/// theirs and hold of every row. A row that has no such word says so with a fixed text, such as `''` for no type.
package struct AccessColumns: Hashable, Sendable {
    let subject: SQLQuery
    let category: SQLQuery
    let owner: SQLQuery
    let type: SQLQuery

    /// - Parameters:
    ///   - subject: whose row it is.
    ///   - category: the category of what is in the row.
    ///   - owner: the agency that owns it.
    ///   - type: the record type it was read from.
    package init(subject: SQLQuery, category: SQLQuery, owner: SQLQuery, type: SQLQuery) {
        precondition(AccessColumns.isQualified(subject), "the subject is a column with its table's alias")
        for column in [category, owner, type] {
            precondition(
                AccessColumns.isQualified(column) || AccessColumns.isFixed(column),
                "a column has its table's alias, or is a fixed text")
        }
        self.subject = subject
        self.category = AccessColumns.typed(category)
        self.owner = AccessColumns.typed(owner)
        self.type = AccessColumns.typed(type)
    }

    /// Whether it binds no value: names of the source are compared as they stand.
    var isOfNames: Bool { [category, owner, type].allSatisfy(\.values.isEmpty) }

    /// PostgreSQL must be told what a value is that stands alone.
    private static func typed(_ column: SQLQuery) -> SQLQuery {
        column.text == "?" ? "CAST(\(column) AS TEXT)" : column
    }

    /// `alias.column`, where the alias is none of the filter's own.
    private static func isQualified(_ column: SQLQuery) -> Bool {
        let parts = column.text.split(separator: ".", omittingEmptySubsequences: false)
        return column.values.isEmpty && parts.count == 2 && !column.text.hasPrefix("access_")
            && parts.allSatisfy { part in
                !part.isEmpty && part.utf8.allSatisfy { isNamePart($0) }
            }
    }

    /// A text in quotes from the source, or one bound value.
    private static func isFixed(_ column: SQLQuery) -> Bool {
        if column.text == "?" { return true }
        let inside = column.text.utf8.dropFirst().dropLast()
        return column.values.isEmpty && column.text.utf8.count >= 2 && column.text.hasPrefix("'")
            && column.text.hasSuffix("'") && inside.allSatisfy { isNamePart($0) || $0 == UInt8(ascii: "-") }
    }

    private static func isNamePart(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"): true
        default: false
        }
    }
}
