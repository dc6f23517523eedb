import Domain

/// Ids that a careless comparison takes for one another, used for every kind of id at once.
enum HostileWords {
    static let all = [
        "caf\u{E9}", "cafe\u{301}", "police", "Police", "police ", "", "o'clock", "\"a\"", "%", "1", "\u{1F46E}",
        "\u{DF}",
    ]

    /// Words that no statement can hold, so that equality with a stored one is never in question.
    static let absent = "\u{0}"

    static func word(_ random: inout AccessSeed) -> String {
        all[Int.random(in: 0..<all.count, using: &random)]
    }

    /// One of three, where words of several kinds must all be met at once.
    static func frequentWord(_ random: inout AccessSeed) -> String {
        all[Int.random(in: 0..<3, using: &random)]
    }

    /// Up to `limit` words; sometimes none.
    static func words(_ limit: Int, _ random: inout AccessSeed) -> [String] {
        (0..<Int.random(in: 0...limit, using: &random)).map { _ in word(&random) }
    }

    static func set(_ limit: Int, _ random: inout AccessSeed) -> Set<ByteText> {
        Set(texts: words(limit, &random))
    }
}
