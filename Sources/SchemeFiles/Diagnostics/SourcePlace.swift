/// A place in a file that somebody wrote: where a mistake is shown.
package struct SourcePlace: Hashable, Comparable, Sendable {
    /// The path as it was given, so that an editor can open it.
    package var file: String
    /// From 1.
    package var line: Int
    /// From 1, counted in Unicode scalars as editors count.
    package var column: Int

    package init(file: String, line: Int, column: Int) {
        self.file = file
        self.line = line
        self.column = column
    }

    package static func < (left: SourcePlace, right: SourcePlace) -> Bool {
        if left.file != right.file { return left.file.utf8.lexicographicallyPrecedes(right.file.utf8) }
        return (left.line, left.column) < (right.line, right.column)
    }
}
