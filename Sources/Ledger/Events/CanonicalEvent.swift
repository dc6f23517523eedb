package import Domain
/// The one form in which an event of the record is hashed, built from plain values.
///
/// A JSON object with the keys `act`, `agency`, `answers`, `by`, `day`, `id`, `known`, `occurred`, `reason`, `recorded`,
/// `subject`, `supersedes`, `type` and `version`; `answers` has a member for each section, an object of field and value.
package struct CanonicalEvent: Sendable {
    /// The whole event as a value; `reason` and `supersedes` are null when there is none, times are milliseconds.
    package let value: CanonicalJSON

    /// - Parameters:
    ///   - act: `record`, `amend`, `withdraw` or `move`.
    ///   - supersedes: the event that this one amends, withdraws or moves.
    ///   - occurredOn: the ISO day, when only the day is known.
    ///   - occurredAt: when it happened in the world, in milliseconds since 1970 UTC; `knownAt` and `recordedAt` likewise.
    ///   - answers: each section once.
    package init(
        id: String, subject: String, type: String, version: String, act: String, reason: String?, supersedes: String?,
        occurredAt: Int64, occurredOn: String?, knownAt: Int64, recordedAt: Int64, by: String, agency: String,
        answers: [(section: String, fields: CanonicalObject)]
    ) {
        value = [
            "act": .string(act),
            "agency": .string(agency),
            "answers": .object(CanonicalObject(answers.map { ($0.section, .object($0.fields)) })),
            "by": .string(by),
            "day": occurredOn.map(CanonicalJSON.string) ?? .null,
            "id": .string(id),
            "known": .integer(knownAt),
            "occurred": .integer(occurredAt),
            "reason": reason.map(CanonicalJSON.string) ?? .null,
            "recorded": .integer(recordedAt),
            "subject": .string(subject),
            "supersedes": supersedes.map(CanonicalJSON.string) ?? .null,
            "type": .string(type),
            "version": .string(version),
        ]
    }

    /// The bytes that are hashed.
    package var bytes: [UInt8] { value.bytes }
}
