/// A line through amounts at equal steps, with the last one marked and written: the run of a figure over weeks.
package func sparkline(_ words: ChartWords, values: [ChartValue]) -> HTML {
    let left = 6.0
    let right = 190.0
    let top = 8.0
    let bottom = 56.0
    let greatest = values.map(\.amount).max() ?? 0
    let step = values.count > 1 ? (right - left) / Double(values.count - 1) : 0
    let places = values.enumerated().map { position, value in
        let share = greatest > 0 ? max(0, value.amount) / greatest : 0
        return (x: Coordinate(left + Double(position) * step), y: Coordinate(bottom - share * (bottom - top)))
    }
    let points = places.map { "\($0.x.text),\($0.y.text)" }.joined(separator: " ")
    var drawing: HTML = """
        <line x1="\(Coordinate(left))" y1="\(Coordinate(bottom))" x2="\(Coordinate(right))" y2="\(Coordinate(bottom))" \
        stroke="#505a5f" stroke-width="1"/>
        <polyline class="tc-chart__line" points="\(points)" fill="none" stroke="#1d70b8" stroke-width="3"/>

        """
    if let place = places.last, let value = values.last {
        drawing += """
            <circle class="tc-chart__bar" cx="\(place.x)" cy="\(place.y)" r="5" fill="#1d70b8"/>
            <text x="\(Coordinate(right + 12))" y="38" font-size="19" font-weight="bold" fill="#0b0c0c">\
            \(value.text)</text>

            """
    }
    return chartFigure(words, width: "280", height: 64, drawing: drawing, values: values)
}
