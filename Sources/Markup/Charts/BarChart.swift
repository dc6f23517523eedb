/// Horizontal bars, each with its label above and its figure at its end: nothing depends on colour, and a long label
/// goes on to a second line.
package func barChart(_ words: ChartWords, values: [ChartValue]) -> HTML {
    // The rest of the width is for the figure at the end of the longest bar.
    let longestPercent = 80.0
    let greatest = values.map(\.amount).max() ?? 0
    var drawing: HTML = ""
    var top = 0
    for value in values {
        for line in lines(of: value.label) {
            drawing += "<text x=\"0\" y=\"\(top + 16)\" font-size=\"16\" fill=\"#0b0c0c\">\(line)</text>\n"
            top += 20
        }
        let length = Coordinate(greatest > 0 ? max(0, value.amount) / greatest * longestPercent : 0)
        drawing += """
            <rect class="tc-chart__bar" x="0" y="\(top + 2)" width="\(length)%" height="18" fill="#1d70b8"/>
            <text x="\(length)%" dx="6" y="\(top + 17)" font-size="16" font-weight="bold" fill="#0b0c0c">\
            \(value.text)</text>

            """
        top += 28
    }
    return chartFigure(words, width: "100%", height: max(48, top), drawing: drawing, values: values)
}

/// A drawing does not wrap its words, so they are broken where the narrowest screen (320 px) ends.
private func lines(of label: String) -> [String] {
    let limit = 34
    var lines: [String] = []
    for word in label.split(separator: " ") {
        if let last = lines.last, last.count + word.count < limit {
            lines[lines.count - 1] = "\(last) \(word)"
        } else {
            lines.append(String(word))
        }
    }
    return lines
}
