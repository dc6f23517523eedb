/// How whom a request is about stands to who asks.
enum Relation: String, CaseIterable, Sendable {
    /// A reference with a right check that leads to nobody: what every refusal must look like.
    case nobody
    /// Their agency's own record.
    case own
    /// On the caseload of the drugs team, and referred by it to most other agencies; its note.
    case referred
    /// The same person; what states who they are.
    case referredDetails
    /// In custody, tested positive, to be assessed, and known to the drugs team; the test.
    case detained
    /// On the caseload of the drugs team; they agreed that two treatment teams may see its notes; such a note.
    case consented
    /// The record of an agency that shares nothing with theirs.
    case elsewhere
    /// Their agency's own record of somebody from whom they are barred.
    case barred
    /// Their agency's own record, sealed.
    case sealed
    /// Their agency's own person, with an event of somebody else.
    case crossed
    /// Their agency's own person, with an event of another whom they see.
    case mismatched
    /// No reference at all.
    case malformed

    /// Those that differ from another only in the event.
    static let byEvent: Set<Relation> = [.referredDetails, .crossed, .mismatched]
}

/// Who sees whom, written down by hand from the access matrix (H-041 to H-057) and the sharing agreement of Nottingham.
enum Sight {
    private static func words(_ text: String) -> Set<String> { Set(text.split(separator: " ").map(String.init)) }

    static let drugsTeam = words("drugs manager courtteam")
    static let police = words("officer inspector")
    /// Every role that works with people.
    static let caseworkers = police.union(drugsTeam).union(
        words("desk volunteer orders prescriber probation clerk prosecutor prison housing work family shelter"))
    /// Those, and who works with figures alone.
    static let everybody = caseworkers.union(["commissioner"])
    static let keepsNotes = drugsTeam.union(
        words("orders prescriber probation prison housing work family shelter"))
    static let books = caseworkers.subtracting(words("clerk prosecutor"))

    /// Who adds times to the diary and takes them away.
    static let keepsDiary = drugsTeam.union(
        words("desk prescriber orders probation prison housing work family shelter"))

    /// Of whom they see anything.
    static let person: [Relation: Set<String>] = [
        .own: caseworkers,
        .referred: drugsTeam.union(words("desk volunteer orders prescriber probation housing work family")),
        .detained: police.union(drugsTeam).union(words("desk volunteer clerk prosecutor")),
        .consented: drugsTeam.union(words("desk volunteer orders prescriber")),
    ]

    /// Who sees the event that a relation names.
    static let event: [Relation: Set<String>] = [
        .own: caseworkers, .referred: drugsTeam,
        .referredDetails: drugsTeam.union(words("desk volunteer orders prescriber probation housing work family")),
        .detained: police.union(drugsTeam).union(words("clerk prosecutor")),
        .consented: drugsTeam.union(words("orders prescriber")),
    ]

    /// Who sees the appointment of the person.
    static let appointment: [Relation: Set<String>] = [
        .own: books, .referred: drugsTeam.union(words("desk volunteer prescriber")),
        .detained: police.union(drugsTeam),
    ]

    /// By board: the roles that may open it.
    static let boards: [String: Set<String>] = [
        "nottingham/cells": police.union(drugsTeam), "nottingham/cold-call": words("drugs manager officer"),
        "nottingham/alcohol": words("drugs manager officer"),
        "nottingham/assessments": drugsTeam.union(words("officer")), "nottingham/no-lead": drugsTeam,
        "nottingham/no-lead-caseload": words("drugs manager"), "nottingham/duty": words("manager"),
        "nottingham/court-tests": words("courtteam manager clerk prosecutor"),
        "nottingham/positive": drugsTeam, "nottingham/my-caseload": drugsTeam,
        "nottingham/day-list": drugsTeam.union(words("desk")),
        "nottingham/referrals-in": words("housing shelter work family prescriber orders drugs manager probation"),
    ]

    static var haveBoard: Set<String> { boards.values.reduce([]) { $0.union($1) } }

    static func sees(_ column: MatrixColumn, _ relation: Relation) -> Bool {
        let whose: Relation =
            switch relation {
            case .referredDetails: .referred
            case .crossed, .mismatched: .own
            default: relation
            }
        return person[whose]?.contains(column.name) ?? false
    }

    static func seesEvent(_ column: MatrixColumn, _ relation: Relation) -> Bool {
        event[relation]?.contains(column.name) ?? false
    }

    static func seesAppointment(_ column: MatrixColumn, _ relation: Relation) -> Bool {
        appointment[relation]?.contains(column.name) ?? false
    }

    /// Whether the relation's event is their agency's own.
    static func owns(_ column: MatrixColumn, _ relation: Relation) -> Bool {
        switch relation {
        case .own: true
        case .referred, .referredDetails, .consented: column.agency == "cjit"
        case .detained: column.agency == "nottinghamshire-police"
        default: false
        }
    }
}
