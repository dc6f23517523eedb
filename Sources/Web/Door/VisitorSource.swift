import HTTPTypes
import Hummingbird

/// Where a request comes from, for the throttle: an IPv4 address, or the first 64 bits of an IPv6 one, which is what one
/// subscriber has.
struct VisitorSource: Sendable {
    let trustedProxies: Set<String>

    /// The last entry of `X-Forwarded-For` is the one our own proxy wrote; anything before it was sent by the visitor.
    func source(of request: Request, peer: String?) -> String {
        guard let peer else { return "unknown" }
        guard trustedProxies.contains(peer), let forwarded = request.headers[.known("X-Forwarded-For")],
            let last = forwarded.split(separator: ",").last
        else { return Self.subscriber(peer) ?? "unknown" }
        return Self.subscriber(last.filter { $0 != " " }) ?? Self.subscriber(peer) ?? "unknown"
    }

    /// Nil for what is not an address.
    static func subscriber(_ address: String) -> String? {
        let text = address.lowercased().prefix { $0 != "%" }
        guard text.contains(":") else { return isIPv4(text) ? String(text) : nil }
        if text.hasPrefix("::ffff:"), isIPv4(text.dropFirst(7)) { return String(text.dropFirst(7)) }
        guard let groups = groups(text) else { return nil }
        return groups.prefix(4).map { String($0, radix: 16) }.joined(separator: ":") + "::/64"
    }

    private static func isIPv4(_ text: Substring) -> Bool {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        return parts.count == 4 && parts.allSatisfy { $0.count <= 3 && UInt8($0) != nil }
    }

    /// The eight groups of an IPv6 address.
    private static func groups(_ text: Substring) -> [UInt16]? {
        let halves = text.split(separator: "::", maxSplits: 1, omittingEmptySubsequences: false)
        if halves.count == 2, halves[1].contains("::") { return nil }
        let read = halves.map { half in half.split(separator: ":").map { UInt16($0, radix: 16) } }
        let known = read.flatMap(\.self).compactMap(\.self)
        guard known.count == read.flatMap(\.self).count, known.count <= 8 else { return nil }
        guard read.count == 2 else { return known.count == 8 ? known : nil }
        let head = read[0].compactMap(\.self)
        let tail = read[1].compactMap(\.self)
        return head + [UInt16](repeating: 0, count: 8 - known.count) + tail
    }
}
