import SQLAccess

extension SQLFault {
    /// The fault behind an error of the server. Its message is left out where it might hold a bound value.
    init(_ result: PostgresResult) {
        let code = result.error("C")
        switch code {
        case "23505": self = .constraint(kind: .unique, name: result.error("n"))
        case "23514": self = .constraint(kind: .check, name: result.error("n"))
        case "23503": self = .constraint(kind: .foreignKey, name: "")
        case "23502": self = .constraint(kind: .notNull, name: "\(result.error("t")).\(result.error("c"))")
        case "P0001": self = .constraint(kind: .trigger, name: result.error("M"))
        case "40001", "40P01": self = .serialization
        case "25006": self = .readOnly
        case "53100": self = .full
        case "55P03", "57014", "53300": self = .busy
        case "58030", "58P01": self = .io
        case "57P01", "57P02", "57P03", "57P05", "25P03": self = .unreachable
        default: self = Self.ofClass(code, result)
        }
    }

    private static func ofClass(_ code: String, _ result: PostgresResult) -> SQLFault {
        switch code.prefix(2) {
        case "08": .unreachable
        case "23": .constraint(kind: .other, name: result.error("n"))
        case "XX": .corrupt
        // A mistake in the statement's text, which binds nothing.
        case "42": .other(code: code, message: result.error("M"))
        default: .other(code: code, message: "")
        }
    }
}
