/// A figure and its unit: "14", "7 of 12 weeks", "£1,200.50". The caller formats it; the chart only draws it.
package struct ChartValue: Sendable {
    package var label: String
    /// What is drawn; less than nought is drawn as nought.
    package var amount: Double
    /// What is written beside the mark and in the table.
    package var text: String

    package init(_ label: String, amount: Double, text: String) {
        self.label = label
        self.amount = amount
        self.text = text
    }

    /// A count.
    package init(_ label: String, count: Int) {
        self.init(label, amount: Double(count), text: String(count))
    }
}
