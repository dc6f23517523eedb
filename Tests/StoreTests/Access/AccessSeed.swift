import Foundation

/// How many times as many decisions as in an everyday run. `THROUGHCARE_DECISIONS_FACTOR=… swift test` decides more, and is
/// told what came of it.
enum AccessSize {
    private static let asked = ProcessInfo.processInfo.environment["THROUGHCARE_DECISIONS_FACTOR"].flatMap { Int($0) }

    static let factor = max(1, asked ?? 1)

    static func report(_ line: String) {
        if asked != nil { print(line) }
    }
}

/// The seed of this run's random access tests, in every failure message. `ACCESS_SEED=… swift test` runs one again.
struct AccessSeed: RandomNumberGenerator {
    static let ofThisRun: UInt64 =
        ProcessInfo.processInfo.environment["ACCESS_SEED"].flatMap(UInt64.init) ?? .random(in: 0 ... .max)

    private var state: UInt64

    /// One run has several generators, told apart by their stream.
    init(stream: UInt64) {
        state = AccessSeed.ofThisRun &+ stream &* 0xD1B5_4A32_D192_ED03
    }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    mutating func chance(_ percent: Int) -> Bool { Int.random(in: 0..<100, using: &self) < percent }
}
