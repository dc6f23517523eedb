/// A place in a drawing, in its own units, printed with one decimal. Drawings are made in tenths and whole numbers so
/// that the same figures always give the same bytes.
struct Coordinate {
    private let tenths: Int

    init(_ value: Double) {
        // An amount that is no number is drawn as nought rather than stopping the page. Rounded by hand: the standard
        // library's rounding calls the C mathematics library, which this target does not link.
        tenths = value.isFinite ? Int(value * 10 + (value < 0 ? -0.5 : 0.5)) : 0
    }

    var text: String {
        let whole = abs(tenths) / 10
        let sign = tenths < 0 ? "-" : ""
        return tenths % 10 == 0 ? "\(sign)\(whole)" : "\(sign)\(whole).\(abs(tenths) % 10)"
    }
}

extension HTMLInterpolation {
    mutating func appendInterpolation(_ coordinate: Coordinate) {
        appendInterpolation(coordinate.text)
    }
}
