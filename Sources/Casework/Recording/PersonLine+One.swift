import Domain
import Store

extension PersonLine {
    /// One person, as far as the viewer may see who they are.
    static func line(of subject: String, rule: AccessRule, on connection: Connection) throws -> PersonLine {
        let head = try PersonHeads.heads(of: [subject], rule: rule, on: connection).first
        return PersonLine(head ?? .unnamed(subject))
    }
}
