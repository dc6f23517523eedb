/// The rules in force as administrators read them: what each scheme defines, with its source.
package struct RulesView: Sendable {
    package var schemes: [SchemePart]

    package struct SchemePart: Sendable {
        package var id: String
        package var title: String
        package var version: String
        package var buildsOn: [String]
        package var groups: [Group]
    }

    /// Definitions of one kind.
    package struct Group: Sendable {
        package var title: String
        package var rules: [Rule]
    }

    package struct Rule: Sendable, Hashable {
        /// Scheme-qualified.
        package var id: String
        package var title: String
        package var source: String
    }
}
