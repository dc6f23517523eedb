extension RecordType {
    /// The fields that a decision fills in and nobody is asked.
    package var workedOut: Set<String> { decision == nil ? [] : ["outcome", "rule"] }

    /// The category section in which an answer is stored.
    ///
    /// What a decision worked out lies with the record's first category where the type has no field for it. An answer
    /// that no field defines lies in `notes`: nothing is lost, and nothing is shown wider than intended.
    package func section(of field: String) -> String {
        if let known = self.field(field) { return known.category }
        return (workedOut.contains(field) ? fields.first?.category : nil) ?? "notes"
    }

    /// The type with only the questions that somebody who writes these categories is asked; `nil` for all of them. What
    /// a decision works out is never asked.
    package func asking(categories: Set<String>?) -> RecordType {
        var asked = self
        asked.fields = fields.filter { field in
            !workedOut.contains(field.id) && (categories?.contains(field.category) ?? true)
        }
        return asked
    }
}
