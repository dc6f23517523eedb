/// What the policy knows of one row of a person's record: which compartment, whose, and from what kind of record.
package struct RowFacts: Hashable, Sendable {
    /// The category of the fields in it.
    package var category: ByteText
    /// The agency that owns it.
    package var owner: ByteText
    /// The record type it was read from; empty where the row has none.
    package var type: ByteText

    package init(category: String, owner: String, type: String) {
        self.category = ByteText(category)
        self.owner = ByteText(owner)
        self.type = ByteText(type)
    }
}
