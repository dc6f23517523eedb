/// A password to be read out or written down once: at first sign-in, or in a demonstration.
///
/// Four plain words and four digits, such as `walnut-harbour-kettle-swift-4821`: always long enough for `PasswordRules`.
package enum ReadablePassword {
    private static let wordCount = 4
    private static let digitCount = 4

    /// How hard it is to guess for somebody who knows how it is made: whole bits, rounded down; at least 50.
    package static let bits: Int = {
        var possible: UInt64 = 1
        for _ in 0..<wordCount { possible *= UInt64(PlainWords.all.count) }
        for _ in 0..<digitCount { possible *= 10 }
        return UInt64.bitWidth - 1 - possible.leadingZeroBitCount
    }()

    /// A fresh one. Every word and digit is drawn evenly and apart from the others.
    package static func make(_ random: RandomSource) -> String {
        var random = random
        let words = (0..<wordCount).map { _ in PlainWords.all[Int.random(in: PlainWords.all.indices, using: &random)] }
        let digits = (0..<digitCount).map { _ in String(Int.random(in: 0...9, using: &random)) }.joined()
        return (words + [digits]).joined(separator: "-")
    }
}
