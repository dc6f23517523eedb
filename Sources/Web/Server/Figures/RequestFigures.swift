import Synchronization

/// How many requests were answered, and how quickly, by route and status: what whoever watches the server may know. Routes
/// are templates, so nothing in it names anybody.
final class RequestFigures: Sendable {
    private struct Key: Hashable {
        let method: String
        let route: String
        let status: Int
    }

    private struct Times {
        var counts = Array(repeating: 0, count: RequestFigures.limits.count + 1)
        var sum = 0.0
    }

    /// Seconds: a request counts in the first that it is within.
    private static let limits = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10]

    private let all = Mutex<[Key: Times]>([:])

    func note(method: String, route: String, status: Int, seconds: Double) {
        let place = Self.limits.firstIndex { seconds <= $0 } ?? Self.limits.count
        all.withLock { all in
            all[Key(method: method, route: route, status: status), default: Times()].counts[place] += 1
            all[Key(method: method, route: route, status: status), default: Times()].sum += seconds
        }
    }

    /// In the text form of Prometheus.
    func write(to text: inout FigureText) {
        let name = "throughcare_request_seconds"
        text.begin(name, "histogram", "Time from a request's head to its answer, by route.")
        let all = all.withLock { $0 }
        let order = { (key: Key) in (key.route, key.method, key.status) }
        for (key, times) in all.sorted(by: { order($0.key) < order($1.key) }) {
            let labels = [("method", key.method), ("route", key.route), ("status", "\(key.status)")]
            var count = 0
            for (place, limit) in Self.limits.enumerated() {
                count += times.counts[place]
                text.add(name + "_bucket", labels + [("le", "\(limit)")], Double(count))
            }
            count += times.counts[Self.limits.count]
            text.add(name + "_bucket", labels + [("le", "+Inf")], Double(count))
            text.add(name + "_sum", labels, times.sum)
            text.add(name + "_count", labels, Double(count))
        }
    }
}

/// Figures in the text form that Prometheus reads (version 0.0.4).
struct FigureText {
    private(set) var text = ""

    mutating func begin(_ name: String, _ type: String, _ help: String) {
        text += "# HELP \(name) \(help)\n# TYPE \(name) \(type)\n"
    }

    mutating func add(_ name: String, _ labels: [(String, String)], _ value: Double) {
        let list = labels.map { "\($0)=\"\(Self.escaped($1))\"" }.joined(separator: ",")
        let number = value == value.rounded() && abs(value) < 1e15 ? "\(Int64(value))" : "\(value)"
        text += list.isEmpty ? "\(name) \(number)\n" : "\(name){\(list)} \(number)\n"
    }

    /// One figure by itself.
    mutating func one(_ name: String, _ type: String, _ help: String, _ value: Double) {
        begin(name, type, help)
        add(name, [], value)
    }

    private static func escaped(_ value: String) -> String {
        value.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"").replacing("\n", with: "\\n")
    }
}
