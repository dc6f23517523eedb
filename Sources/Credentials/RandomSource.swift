/// Where secrets come from.
///
/// It is passed in, never reached for, so that a test can hand over a seeded generator and print its seed. Only
/// `RandomSource.system` is fit for real secrets.
package struct RandomSource: RandomNumberGenerator, Sendable {
    private let word: @Sendable () -> UInt64

    /// A source that draws from `word`, which must return 64 fresh, independent, uniform bits on each call and may be
    /// called from several threads at once.
    package init(drawing word: @escaping @Sendable () -> UInt64) {
        self.word = word
    }

    /// The operating system's generator.
    package static let system = RandomSource {
        var generator = SystemRandomNumberGenerator()
        return generator.next()
    }

    /// The next 64 bits; with this, `Int.random(in:using:)` is uniform and without bias.
    package func next() -> UInt64 {
        word()
    }

    /// `count` random bytes.
    package func bytes(_ count: Int) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(count + 7)
        while bytes.count < count {
            withUnsafeBytes(of: word()) { bytes.append(contentsOf: $0) }
        }
        bytes.removeLast(bytes.count - count)
        return bytes
    }
}
