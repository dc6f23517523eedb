/// Numbers of the Police National Computer and the Criminal Records Office, which share one check letter.
///
/// A person may have several, of different years; none is changed when the systems behind them are.
enum PoliceNumber {
    typealias Outcome = Result<String, IdentifierProblem>

    /// `NNNNNN/YYD`, or `SFYY/N…D`, the short file, whose serial number counts without leading zeros.
    static func cro(_ typed: IdentifierText) -> Outcome {
        if typed.bytes.starts(with: "SF".utf8) {
            guard let parts = Parts(typed.bytes.dropFirst(2)) else { return .failure(.form(.cro)) }
            let (year, serial) =
                parts.slashed.count == 2
                ? (parts.slashed[0], parts.slashed[1]) : (parts.digits.prefix(2), parts.digits.dropFirst(2))
            let number = serial.drop { $0 == UInt8(ascii: "0") }
            guard year.count == 2, (1...6).contains(serial.count), !number.isEmpty else { return .failure(.form(.cro)) }
            guard CheckLetter.fits(parts.letter, digits: year + number) else { return .failure(.checkCharacter(.cro)) }
            return .success("SF" + String(ascii: year) + "/" + String(ascii: number + [parts.letter]))
        }
        guard let parts = Parts(typed.bytes[...]) else { return .failure(.form(.cro)) }
        let (serial, year) =
            parts.slashed.count == 2
            ? (parts.slashed[0], parts.slashed[1]) : (parts.digits.dropLast(2), parts.digits.suffix(2))
        guard year.count == 2, (1...6).contains(serial.count) else { return .failure(.form(.cro)) }
        let number = padded(serial, to: 6)
        guard CheckLetter.fits(parts.letter, digits: year + number) else { return .failure(.checkCharacter(.cro)) }
        return .success(String(ascii: number) + "/" + String(ascii: year + [parts.letter]))
    }

    static func padded(_ digits: ArraySlice<UInt8>, to count: Int) -> [UInt8] {
        Array(repeating: UInt8(ascii: "0"), count: max(0, count - digits.count)) + digits
    }

    /// Digits with at most one slash among them, and a letter at the end.
    struct Parts {
        let slashed: [ArraySlice<UInt8>]
        let digits: ArraySlice<UInt8>
        let letter: UInt8

        init?(_ bytes: ArraySlice<UInt8>) {
            guard let letter = bytes.last, letter.isASCIILetter else { return nil }
            slashed = bytes.dropLast().split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
            digits = ArraySlice(slashed.joined())
            self.letter = letter
            guard slashed.count <= 2, digits.allSatisfy(\.isASCIIDigit) else { return nil }
        }
    }
}
