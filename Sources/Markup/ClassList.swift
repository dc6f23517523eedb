/// The names in one `class` attribute, some of them conditional. Interpolated, it prints the whole attribute:
/// `"<p\(ClassList("govuk-body").adding("tc-quiet", if: isOld))>"`.
package struct ClassList: Hashable, Sendable {
    /// The names with one space between them.
    private(set) var names: String

    package init(_ names: String = "") {
        self.names = names
    }

    /// This list with `name` at its end, where the condition holds and there is a name.
    package func adding(_ name: String?, if isWanted: Bool = true) -> ClassList {
        guard let name, isWanted, !name.isEmpty else { return self }
        return ClassList(names.isEmpty ? name : "\(names) \(name)")
    }
}
