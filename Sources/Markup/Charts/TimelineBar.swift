/// One stretch of a timeline bar.
package struct TimelineStretch: Sendable {
    package enum State: Sendable {
        /// Done, running, or still to come: filled, striped, or empty, to be told apart in print and without colour.
        case past, current, future
    }

    package var label: String
    package var state: State
    /// How long it is, in any one unit.
    package var length: Double
    /// Its length in words ("7 weeks").
    package var text: String

    package init(_ label: String, state: State, length: Double, text: String) {
        self.label = label
        self.state = state
        self.length = length
        self.text = text
    }
}

/// How far a run has come, an order or a programme: its stretches side by side, to scale.
package func timelineBar(_ words: ChartWords, stretches: [TimelineStretch]) -> HTML {
    let total = stretches.reduce(0) { $0 + max(0, $1.length) }
    var drawing: HTML = ""
    // Room at both ends for the outline.
    var start = 0.5
    for stretch in stretches where total > 0 {
        let length = max(0, stretch.length) / total * 99
        drawing += bar(stretch, start: start, length: length)
        start += length
    }
    let values = stretches.map { ChartValue($0.label, amount: $0.length, text: $0.text) }
    return chartFigure(words, width: "100%", height: 40, drawing: drawing, values: values)
}

/// - Parameters:
///   - start: in percent of the drawing's width.
///   - length: likewise.
private func bar(_ stretch: TimelineStretch, start: Double, length: Double) -> HTML {
    let fill: StaticString = stretch.state == .past ? "#1d70b8" : "#ffffff"
    let name: StaticString = stretch.state == .past ? "tc-chart__bar" : "tc-chart__space"
    let box: HTML = """
        <rect class="\(name)" x="\(Coordinate(start))%" y="8" width="\(Coordinate(length))%" height="24" \
        fill="\(fill)" stroke="#0b0c0c" stroke-width="2"/>

        """
    guard stretch.state == .current else { return box }
    let stripes: [HTML] = stride(from: start + 1, to: start + length, by: 1.5).map { place in
        """
        <line class="tc-chart__line" x1="\(Coordinate(place))%" y1="9" x2="\(Coordinate(place))%" y2="31" \
        stroke="#1d70b8" stroke-width="2"/>

        """
    }
    return "\(box)\(stripes)"
}
