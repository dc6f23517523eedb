/// A number by which one of the national systems knows a person or their arrest, checked and in its one canonical form.
///
/// People have several of the same kind, and none of them is unique to a record: numbers are merged, mistyped and lent.
/// Equal identifiers are evidence, never proof.
package struct Identifier: Hashable, Sendable {
    /// Which system’s number it is.
    package let kind: IdentifierKind

    /// The canonical form, in which equal numbers are equal bytes: what is stored, compared and searched.
    package let value: String

    /// Only ``IdentifierKind/check(_:today:)`` makes one from what somebody typed.
    init(_ kind: IdentifierKind, canonical value: String) {
        self.kind = kind
        self.value = value
    }

    /// The value as people read it: an NHS number in groups of three, three and four; others as they are.
    package var text: String {
        guard kind == .nhs else { return value }
        return "\(value.prefix(3)) \(value.dropFirst(3).prefix(3)) \(value.dropFirst(6))"
    }
}
