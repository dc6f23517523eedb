/// Shows a question only while another has one of some answers. Without JavaScript it is always shown; the server alone
/// decides whether the answer counts.
package struct ShownWhen: Hashable, Sendable {
    /// The name of the question it depends on.
    package var field: String
    /// The posted values that show it; none means any answer. A value holds no vertical bar.
    package var values: [String]

    package init(field: String, isAnyOf values: [String] = []) {
        self.field = field
        self.values = values
    }

    /// The attributes that app.js reads.
    var attributes: HTML {
        "\(attribute: "data-show-when", field)\(attribute: "data-show-values", values.joined(separator: "|"))"
    }
}
