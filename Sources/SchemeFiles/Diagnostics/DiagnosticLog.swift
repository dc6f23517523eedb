/// Collects what is found wrong, so that everything is reported at once.
final class DiagnosticLog {
    /// A file of nothing but mistakes is told so and not listed to its end.
    static let most = 500

    private(set) var entries: [Diagnostic] = []
    private var seen: Set<Diagnostic> = []

    func error(_ place: SourcePlace, _ message: @autoclosure () -> String) {
        add(place, .error, message)
    }

    func warning(_ place: SourcePlace, _ message: @autoclosure () -> String) {
        add(place, .warning, message)
    }

    func add(_ diagnostics: [Diagnostic]) {
        for diagnostic in diagnostics { add(diagnostic.place, diagnostic.severity) { diagnostic.message } }
    }

    private func add(_ place: SourcePlace, _ severity: Diagnostic.Severity, _ message: () -> String) {
        guard entries.count <= Self.most else { return }
        if entries.count == Self.most {
            entries.append(Diagnostic(place, .error, "there are more than \(Self.most) mistakes; no more are listed"))
            return
        }
        let diagnostic = Diagnostic(place, severity, message())
        if seen.insert(diagnostic).inserted { entries.append(diagnostic) }
    }
}
