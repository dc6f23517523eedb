import Domain
extension LedgerEntry {
    /// Reads canonical bytes back. Nil for anything that writing would not have written exactly so: another order of
    /// keys, a space, an escape, an unknown kind, a text that may not stand in an entry, anything after the end.
    package init?(canonical bytes: [UInt8]) {
        var cursor = ByteCursor(bytes)
        guard cursor.take("{\"actor\":\""), let actor = cursor.takeToken(),
            cursor.take("\",\"agency\":\""), let agency = cursor.takeToken(),
            cursor.take("\",\"at\":"), let at = cursor.takeInteger(),
            cursor.take(",\"commitment\":\""), let digits = cursor.take(count: 2 * LedgerHash.byteCount),
            let commitment = Hex.bytes(digits).flatMap({ LedgerHash($0) }),
            cursor.take("\",\"kind\":\""), let kind = cursor.takeToken().flatMap(LedgerKind.init(rawValue:)),
            cursor.take("\",\"outcome\":\""), let outcome = cursor.takeToken(),
            cursor.take("\",\"position\":"), let position = cursor.takeInteger(), position >= 0,
            cursor.take(",\"purpose\":\""), let purpose = cursor.takeToken(),
            cursor.take("\",\"role\":\""), let role = cursor.takeToken(),
            cursor.take("\",\"session\":\""), let session = cursor.takeToken(),
            cursor.take("\"}"), cursor.isAtEnd
        else { return nil }
        self.position = position
        self.at = at
        self.kind = kind
        self.actor = actor
        self.session = session
        self.role = role
        self.agency = agency
        self.purpose = purpose
        self.outcome = outcome
        self.commitment = commitment
    }
}

extension ByteCursor {
    /// The token that stands here, perhaps empty; nil when it is too long. The caller looks for its closing mark.
    fileprivate mutating func takeToken() -> String? {
        let bytes = take { !LedgerToken.isAllowed($0) }
        return bytes.count <= LedgerToken.limitBytes ? String(decoding: bytes, as: UTF8.self) : nil
    }
}
