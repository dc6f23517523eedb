/// How alike two short texts are written, from 0 (nothing in common) to 1 (equal): Jaro's measure of shared and
/// transposed letters, raised by Winkler for a shared beginning of up to four.
enum JaroWinkler {
    static func similarity(_ left: String, _ right: String) -> Double {
        let (a, b) = (Array(left.unicodeScalars), Array(right.unicodeScalars))
        let jaro = jaro(a, b)
        let prefix = zip(a, b).prefix(4).prefix { $0 == $1 }.count
        return jaro + Double(prefix) * 0.1 * (1 - jaro)
    }

    private static func jaro(_ a: [Unicode.Scalar], _ b: [Unicode.Scalar]) -> Double {
        if a == b { return 1 }
        let reach = max(max(a.count, b.count) / 2 - 1, 0)
        var matchedInB = Array(repeating: false, count: b.count)
        var fromA: [Unicode.Scalar] = []
        for (index, scalar) in a.enumerated() {
            let low = max(0, index - reach)
            let high = min(b.count, index + reach + 1)
            guard low < high, let place = (low..<high).first(where: { !matchedInB[$0] && b[$0] == scalar }) else {
                continue
            }
            matchedInB[place] = true
            fromA.append(scalar)
        }
        guard !fromA.isEmpty else { return 0 }
        let fromB = zip(b, matchedInB).filter(\.1).map(\.0)
        let transpositions = Double(zip(fromA, fromB).count { $0 != $1 }) / 2
        let matches = Double(fromA.count)
        return (matches / Double(a.count) + matches / Double(b.count) + (matches - transpositions) / matches) / 3
    }
}
