import Markup

/// The address of a record's form, with first answers.
struct RecordLink {
    private(set) var href: Href

    /// - Parameter type: scheme-qualified.
    init(_ type: String, of subject: String, answers: [String: String] = [:]) {
        href = Href(recording: type, for: subject)
        for (field, answer) in answers.sorted(by: { $0.key < $1.key }) { href = href.adding(query: field, answer) }
    }

    /// With the appointment that the record is about as an answer.
    func about(appointment: String) -> RecordLink {
        var link = self
        link.href = href.adding(query: "appointment", appointment)
        return link
    }
}
