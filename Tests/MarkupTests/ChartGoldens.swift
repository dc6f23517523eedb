import Markup

extension Golden {
    static let charts: [Golden] = [
        Golden("bar-chart", barChart(words, values: values)),
        Golden("bar-chart-all-nought", barChart(words, values: [ChartValue("Police", count: 0)])),
        Golden("bar-chart-empty", barChart(words, values: [])),
        Golden("sparkline", sparkline(words, values: values)),
        Golden("sparkline-single", sparkline(words, values: [ChartValue("Police", count: 3)])),
        Golden("sparkline-empty", sparkline(words, values: [])),
        Golden(
            "timeline-bar",
            timelineBar(
                words,
                stretches: [
                    TimelineStretch("Done", state: .past, length: 7, text: "7 weeks"),
                    TimelineStretch("Suspended", state: .current, length: 1, text: "1 week"),
                    TimelineStretch("To come", state: .future, length: 4, text: "4 weeks"),
                ])),
        Golden("timeline-bar-empty", timelineBar(words, stretches: [])),
    ]

    private static let words = ChartWords(
        id: "cases", title: "Open cases on 1 May 2026", description: "Probation has most, & housing fewest <3>.",
        labelHeading: "Agency", valueHeading: "Cases")
    private static let values = [
        ChartValue(awkward, count: 41), ChartValue("Probation, northern team of Anytown and District", count: 57),
        ChartValue("Housing", amount: 3.25, text: "3¼"), ChartValue("Courts", amount: -1, text: "-1"),
    ]
}
