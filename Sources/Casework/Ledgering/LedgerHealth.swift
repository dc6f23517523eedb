package import Domain
package import Store

/// What came of the last time that the record was held against the ledger while the service ran.
package struct LedgerHealth: Sendable, Hashable {
    package let at: Instant
    /// How many things did not fit.
    package let findings: Int

    private static let setting = "ledger-verified"

    /// The last result; nil before the first night.
    package static func last(on connection: Connection) throws -> LedgerHealth? {
        guard let text = try AgencyRows.setting(setting, on: connection) else { return nil }
        let words = text.split(separator: " ").compactMap { Int64($0) }
        guard words.count == 2 else { throw StoreFault.damaged }
        return LedgerHealth(at: Instant(milliseconds: words[0]), findings: Int(words[1]))
    }

    func keep(on connection: Connection) throws {
        try AgencyRows.set(Self.setting, "\(at.milliseconds) \(findings)", on: connection)
    }
}
