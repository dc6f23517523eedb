/// An element of the finite field of 32 elements: polynomials over 0 and 1 of degree under five, kept as five bits,
/// with arithmetic modulo x⁵ + x² + 1.
struct FieldOf32: Hashable, Sendable {
    /// 0…31.
    let bits: UInt8

    /// The element x. The field's other 31 elements than zero are its powers, since 31 is prime.
    static let generator = FieldOf32(2)

    init(_ bits: UInt8) {
        precondition(bits < 32, "An element of the field has five bits")
        self.bits = bits
    }

    static func + (left: FieldOf32, right: FieldOf32) -> FieldOf32 { FieldOf32(left.bits ^ right.bits) }

    /// Every element is its own negative, so this is addition.
    static func - (left: FieldOf32, right: FieldOf32) -> FieldOf32 { left + right }

    static func * (left: FieldOf32, right: FieldOf32) -> FieldOf32 {
        var product: UInt8 = 0
        var shifted = left.bits
        for place in 0..<5 {
            if right.bits >> place & 1 == 1 { product ^= shifted }
            shifted <<= 1
            if shifted & 0b100000 != 0 { shifted ^= 0b100101 }
        }
        return FieldOf32(product)
    }

    func power(_ exponent: Int) -> FieldOf32 {
        (0..<exponent).reduce(FieldOf32(1)) { result, _ in result * self }
    }
}
