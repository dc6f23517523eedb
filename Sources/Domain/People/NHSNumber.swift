/// NHS numbers of England and Wales: nine digits and a check digit.
enum NHSNumber {
    /// The digits, weighted ten down to two, give a sum; what it lacks to a multiple of eleven is the tenth digit.
    /// Where that would be ten, the number is never issued.
    static func canonical(_ typed: IdentifierText) -> Result<String, IdentifierProblem> {
        let digits = typed.bytes.filter { $0 != UInt8(ascii: "-") }
        guard digits.count == 10, digits.allSatisfy(\.isASCIIDigit) else { return .failure(.form(.nhs)) }
        let values = digits.map { Int($0 - UInt8(ascii: "0")) }
        let sum = zip(values, stride(from: 10, through: 2, by: -1)).reduce(0) { $0 + $1.0 * $1.1 }
        let check = (11 - sum % 11) % 11
        return check == values[9] ? .success(String(ascii: digits)) : .failure(.checkCharacter(.nhs))
    }
}
