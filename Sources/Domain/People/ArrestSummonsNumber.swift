extension PoliceNumber {
    /// Twenty characters: a year, a force, a unit and a system in two each, a sequence number in eleven digits, and
    /// the check letter; or twenty-one, with one more before the force. Slashes are accepted, and with them a
    /// sequence number without its leading zeros: `11/01ZD/01/448754K`.
    static func arrestSummons(_ typed: IdentifierText) -> Outcome {
        guard let bytes = compact(typed.bytes), bytes.count == 20 || bytes.count == 21 else {
            return .failure(.form(.arrestSummons))
        }
        let year = bytes.prefix(2)
        let issuer = bytes.dropFirst(2).dropLast(12)
        let sequence = bytes.suffix(12).dropLast()
        let letter = bytes[bytes.count - 1]
        guard year.allSatisfy(\.isASCIIDigit), sequence.allSatisfy(\.isASCIIDigit), letter.isASCIILetter,
            issuer.allSatisfy({ $0.isASCIIDigit || $0.isASCIILetter })
        else { return .failure(.form(.arrestSummons)) }
        // The force and the system count in the check only where they are numbers.
        let force = issuer.dropLast(4).suffix(2)
        let checked = [force, issuer.suffix(2)].filter { $0.allSatisfy(\.isASCIIDigit) }.joined() + year + sequence
        guard CheckLetter.fits(letter, digits: checked) else { return .failure(.checkCharacter(.arrestSummons)) }
        return .success(String(ascii: bytes))
    }

    private static func compact(_ bytes: [UInt8]) -> [UInt8]? {
        let parts = bytes.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
        if parts.count == 1 { return bytes }
        guard parts.count == 4, let last = parts.last, (2...12).contains(last.count) else { return nil }
        return parts.dropLast().joined() + padded(last, to: 12)
    }
}
