import Testing

@testable import Web

@Suite struct FigureTests {
    @Test("Requests are counted by route and status, in buckets that only grow, in the text form of Prometheus")
    func requests() {
        let figures = RequestFigures()
        for seconds in [0.003, 0.02, 0.3, 60] {
            figures.note(method: "GET", route: "/people/{person}", status: 200, seconds: seconds)
        }
        figures.note(method: "POST", route: "a\"b\\c\nd", status: 503, seconds: 0.001)
        var text = FigureText()
        figures.write(to: &text)
        let lines = text.text.split(separator: "\n").map(String.init)
        let labels = "method=\"GET\",route=\"/people/{person}\",status=\"200\""
        #expect(lines.contains("throughcare_request_seconds_bucket{\(labels),le=\"0.005\"} 1"))
        #expect(lines.contains("throughcare_request_seconds_bucket{\(labels),le=\"0.5\"} 3"))
        #expect(lines.contains("throughcare_request_seconds_bucket{\(labels),le=\"+Inf\"} 4"))
        #expect(lines.contains("throughcare_request_seconds_count{\(labels)} 4"))
        #expect(lines.contains { $0.contains("route=\"a\\\"b\\\\c\\nd\"") })
        #expect(lines.filter { $0.hasPrefix("# TYPE") } == ["# TYPE throughcare_request_seconds histogram"])
    }
}
