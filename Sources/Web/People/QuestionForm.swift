package import Casework
package import Domain
package import Markup

/// Renders the questions of a record type and reads what was sent. The feature that records things has it; making a new
/// person asks its questions in the same way.
package protocol QuestionForm: Sendable {
    /// The boxes, with what was typed in them and what is wrong beside each.
    func questions(
        _ type: RecordType, options: [String: [Option]], typed: TypedRecord, problems: [Domain.FieldProblem]
    ) -> HTML

    /// The same problems as the page's summary lists them.
    func summary(_ problems: [Domain.FieldProblem], type: RecordType) -> [Markup.FieldProblem]

    /// What was sent, by field.
    func typed(_ form: FormFields, type: RecordType) -> TypedRecord
}
