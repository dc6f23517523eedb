/// One thing that is wrong, or doubtful, in a file: where, and what was expected.
///
/// Printed as compilers do, `file:line:column: error: message`, so that editors and build servers link to it.
package struct Diagnostic: Hashable, Sendable, CustomStringConvertible {
    package var place: SourcePlace
    package var severity: Severity
    package var message: String

    package init(_ place: SourcePlace, _ severity: Severity, _ message: String) {
        self.place = place
        self.severity = severity
        self.message = message
    }

    package enum Severity: String, Hashable, Sendable {
        /// The scheme is not used.
        case error
        /// The scheme is used; somebody should look.
        case warning
    }

    package var description: String {
        "\(place.file):\(place.line):\(place.column): \(severity.rawValue): \(message)"
    }
}

extension [Diagnostic] {
    package var hasErrors: Bool { contains { $0.severity == .error } }

    /// By file, line and column, each said once: what is inherited is read, and found wrong, more than once.
    package var inOrder: [Diagnostic] {
        var seen: Set<Diagnostic> = []
        return filter { seen.insert($0).inserted }.enumerated()
            .sorted { ($0.element.place, $0.offset) < ($1.element.place, $1.offset) }
            .map(\.element)
    }
}
