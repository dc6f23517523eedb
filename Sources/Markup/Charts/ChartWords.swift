/// The words around a chart: they must say what the drawing says.
package struct ChartWords: Sendable {
    /// Unique in the page.
    package var id: String
    /// What is shown, where and when.
    package var title: String
    /// What the drawing says, in a sentence, for those who cannot see it.
    package var description: String
    /// The heading of the first column ("Agency") and of the second ("Open cases").
    package var labelHeading: String
    package var valueHeading: String

    package init(id: String, title: String, description: String, labelHeading: String, valueHeading: String) {
        self.id = id
        self.title = title
        self.description = description
        self.labelHeading = labelHeading
        self.valueHeading = valueHeading
    }
}
