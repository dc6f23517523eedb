/// The kinds of number that identify a person, or a person's arrest, across agencies.
package enum IdentifierKind: String, CaseIterable, Hashable, Sendable {
    /// Police National Computer.
    case pnc
    /// Criminal Records Office, in its standard or its short-file form.
    case cro
    /// One arrest or summons of one person.
    case arrestSummons = "arrest-summons"
    case prisonNumber = "prison-number"
    /// Case reference number of the probation service.
    case crn
    case nhs
    /// One detention, numbered by the force: there is no national form.
    case custodyRecord = "custody-record"

    /// What pages call it: "PNC number".
    package var title: String {
        switch self {
        case .pnc: "PNC number"
        case .cro: "CRO number"
        case .arrestSummons: "arrest summons number"
        case .prisonNumber: "prison number"
        case .crn: "CRN"
        case .nhs: "NHS number"
        case .custodyRecord: "custody record number"
        }
    }

    /// Checks what somebody typed and brings it into its canonical form. Case, spaces and leading zeros do not matter.
    /// - Parameter today: the day a two-digit year is resolved against, and after which no number can have been given.
    package func check(_ text: String, today: Day) -> Result<Identifier, IdentifierProblem> {
        let typed = IdentifierText(text)
        guard !typed.isEmpty else { return .failure(.missing(self)) }
        let outcome: Result<String, IdentifierProblem> =
            switch self {
            case .pnc: PoliceNumber.pnc(typed, today: today)
            case .cro: PoliceNumber.cro(typed)
            case .arrestSummons: PoliceNumber.arrestSummons(typed)
            case .prisonNumber: typed.matching("A9999AA", or: .form(self))
            case .crn: typed.matching("A999999", or: .form(self))
            case .nhs: NHSNumber.canonical(typed)
            case .custodyRecord: typed.custodyRecord()
            }
        return outcome.map { Identifier(self, canonical: $0) }
    }
}
