import HTTPTypes
import NIOCore
import NIOEmbedded
import NIOHTTPTypes
import Testing

@testable import Web

@Suite struct ConnectionTests {
    private let head = HTTPRequestPart.head(.init(method: .post, scheme: "http", authority: "localhost", path: "/"))

    private func channel(_ counts: ConnectionCounts = ConnectionCounts(limit: 9, uncounted: [])) throws
        -> EmbeddedChannel
    {
        let channel = EmbeddedChannel(handler: ConnectionWatch(WebLimits(), counts: counts))
        try channel.connect(to: SocketAddress(ipAddress: "192.0.2.7", port: 1)).wait()
        return channel
    }

    /// Sends a byte a second, and expects to be cut off after ten.
    private func trickle(into channel: EmbeddedChannel) throws {
        for _ in 0..<9 {
            try channel.writeInbound(HTTPRequestPart.body(ByteBuffer(bytes: [0x61])))
            channel.embeddedEventLoop.advanceTime(by: .seconds(1))
            #expect(channel.isActive)
        }
        channel.embeddedEventLoop.advanceTime(by: .seconds(1))
        #expect(!channel.isActive)
    }

    @Test("A body that comes a byte at a time is cut after ten seconds, though the connection is never idle")
    func slowBody() throws {
        let channel = try channel()
        try channel.writeInbound(head)
        try trickle(into: channel)
    }

    @Test("A body that comes at a telephone's pace is let come, for as long as an exchange may take")
    func steadyBody() throws {
        let channel = try channel()
        try channel.writeInbound(head)
        for second in 0..<40 {
            #expect(channel.isActive, "\(second)")
            try channel.writeInbound(HTTPRequestPart.body(ByteBuffer(repeating: 0x61, count: 1_100)))
            channel.embeddedEventLoop.advanceTime(by: .seconds(1))
        }
        #expect(!channel.isActive)
    }

    @Test("A body that still trickles in after it was refused is cut off too")
    func refusedBody() throws {
        let channel = try channel()
        try channel.writeInbound(head)
        try channel.writeOutbound(HTTPResponsePart.head(.init(status: .forbidden)))
        try channel.writeOutbound(HTTPResponsePart.end(nil))
        try trickle(into: channel)
    }

    @Test("An answer that nobody takes is cut off, and one that is being taken is not")
    func stuck() throws {
        let channel = try channel()
        try channel.writeInbound(head)
        try channel.writeInbound(HTTPRequestPart.end(nil))
        // Written and never flushed: as good as never taken.
        channel.write(HTTPResponsePart.head(.init(status: .ok)), promise: nil)
        channel.embeddedEventLoop.advanceTime(by: .seconds(14))
        #expect(channel.isActive)
        channel.embeddedEventLoop.advanceTime(by: .seconds(6))
        #expect(!channel.isActive)
    }

    @Test("An exchange that ended in time is not cut, and the next has its own time")
    func answered() throws {
        let channel = try channel()
        for _ in 0..<3 {
            try channel.writeInbound(head)
            try channel.writeInbound(HTTPRequestPart.end(nil))
            channel.embeddedEventLoop.advanceTime(by: .seconds(30))
            try channel.writeOutbound(HTTPResponsePart.head(.init(status: .ok)))
            try channel.writeOutbound(HTTPResponsePart.end(nil))
        }
        channel.embeddedEventLoop.advanceTime(by: .seconds(100))
        #expect(channel.isActive)
        try channel.writeInbound(head)
        channel.embeddedEventLoop.advanceTime(by: .seconds(40))
        #expect(!channel.isActive)
    }

    @Test("An address may hold so many connections, and a trusted proxy any number")
    func counts() {
        let counts = ConnectionCounts(limit: 2, uncounted: ["10.0.0.1"])
        #expect(counts.enter("192.0.2.7") && counts.enter("192.0.2.7") && !counts.enter("192.0.2.7"))
        #expect(counts.enter("192.0.2.8"))
        counts.leave("192.0.2.7")
        #expect(counts.enter("192.0.2.7"))
        for _ in 0..<100 { #expect(counts.enter("10.0.0.1")) }
    }
}
