/// A drawing with its title, its description for screen readers, and the same figures as a table.
///
/// The drawing has no view box: lengths along it are percentages, so that it follows the width of the screen while its
/// words keep their size. Presentation attributes alone dress it, as the content-security policy and the making of PDFs
/// want.
///
/// - Parameters:
///   - width: `100%`, or a length in pixels.
///   - height: in pixels.
func chartFigure(_ words: ChartWords, width: StaticString, height: Int, drawing: HTML, values: [ChartValue]) -> HTML {
    let figures = table(
        caption: words.title, captionSize: .small,
        columns: [TableColumn(words.labelHeading), TableColumn(words.valueHeading, isNumeric: true)],
        rows: values.map { TableRow([HTML(text: $0.label), HTML(text: $0.text)]) }, layout: .fixed)
    return """
        <figure class="tc-chart">
        <figcaption class="tc-chart__title">\(words.title)</figcaption>
        <svg width="\(width)" height="\(height)" role="img" \
        aria-labelledby="\(words.id)-title \(words.id)-description" \
        xmlns="http://www.w3.org/2000/svg" font-family="arial, sans-serif">
        <title id="\(words.id)-title">\(words.title)</title>
        <desc id="\(words.id)-description">\(words.description)</desc>
        \(drawing)</svg>
        \(details("Show these figures as a table", content: figures))
        </figure>
        """
}
