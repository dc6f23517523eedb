extension PoliceNumber {
    /// The canonical `YYYY/NNNNNNND`.
    ///
    /// The check covers two digits of the year only, so a two-digit year is the latest that is not after today.
    /// Without a slash the year may have two digits or four; the reading whose check letter fits is taken, and
    /// neither when both do.
    static func pnc(_ typed: IdentifierText, today: Day) -> Outcome {
        guard let parts = Parts(typed.bytes[...]) else { return .failure(.form(.pnc)) }
        if parts.slashed.count == 2 {
            return pnc(year: parts.slashed[0], serial: parts.slashed[1], letter: parts.letter, today: today)
        }
        let short = pnc(parts, yearDigits: 2, today: today)
        guard let year = Int(String(ascii: parts.digits.prefix(4))), (1900...max(1900, today.year)).contains(year)
        else { return short }
        let long = pnc(parts, yearDigits: 4, today: today)
        switch (short, long) {
        case (.success, .success): return .failure(.yearUnclear(.pnc))
        // Neither may be right: say what is wrong with the one that has the shape.
        case (.success, _), (_, .failure(.form)): return short
        default: return long
        }
    }

    private static func pnc(_ parts: Parts, yearDigits: Int, today: Day) -> Outcome {
        let (year, serial) = (parts.digits.prefix(yearDigits), parts.digits.dropFirst(yearDigits))
        return pnc(year: year, serial: serial, letter: parts.letter, today: today)
    }

    private static func pnc(
        year digits: ArraySlice<UInt8>, serial: ArraySlice<UInt8>, letter: UInt8, today: Day
    ) -> Outcome {
        guard (1...7).contains(serial.count), let typedYear = Int(String(ascii: digits)) else {
            return .failure(.form(.pnc))
        }
        let year: Int
        switch digits.count {
        case 2: year = latestYear(endingIn: typedYear, notAfter: today.year)
        case 4 where typedYear >= 1900: year = typedYear
        default: return .failure(.form(.pnc))
        }
        let number = padded(serial, to: 7)
        guard CheckLetter.fits(letter, digits: digits.suffix(2) + number) else {
            return .failure(.checkCharacter(.pnc))
        }
        guard year <= today.year else { return .failure(.yearAfterToday(.pnc, year: year)) }
        return .success(year.padded(to: 4) + "/" + String(ascii: number + [letter]))
    }

    private static func latestYear(endingIn lastTwo: Int, notAfter thisYear: Int) -> Int {
        thisYear - (thisYear - lastTwo).flooredDivision(by: 100).remainder
    }
}
