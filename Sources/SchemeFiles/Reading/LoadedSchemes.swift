package import Domain

/// What came of reading a scheme and those it builds on.
package struct LoadedSchemes: Sendable {
    /// In build order: those that are built on first. With errors among the diagnostics they hold what could be read,
    /// and are not to be used.
    package var schemes: [Scheme]
    /// In the order of files, lines and columns.
    package var diagnostics: [Diagnostic]
    /// Every file that was read, scenarios apart.
    package var files: [SourceFile]
    /// The scenario files of the scheme that was asked for.
    package var scenarioFiles: [SourceFile]
    /// What is defined where, for what is read later and refers to it.
    let index: SchemeIndex

    /// The definitions as an engine asks them, each scheme in its current form.
    package var definitions: Definitions {
        Definitions(schemes.map { Definitions.Published(scheme: $0) })
    }
}
