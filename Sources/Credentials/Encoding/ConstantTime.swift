/// Whether two secrets are equal, in a time that depends on their lengths only, so that a guesser learns nothing from
/// how long a refusal takes.
package func equalInConstantTime(_ left: [UInt8], _ right: [UInt8]) -> Bool {
    guard left.count == right.count else { return false }
    var difference: UInt8 = 0
    for (a, b) in zip(left, right) {
        difference |= a ^ b
    }
    return difference == 0
}
