import Foundation
import NIOCore
import NIOHTTPTypes

/// Cuts a connection that holds us up: an exchange that takes too long, a body that comes a byte at a time, an answer
/// that is never read. None of them is idle, so the idle limit does not see them. Also holds each address to its share
/// of connections.
///
/// Used on one event loop only, as every channel handler is.
final class ConnectionWatch: ChannelDuplexHandler, RemovableChannelHandler {
    typealias InboundIn = HTTPRequestPart
    typealias InboundOut = HTTPRequestPart
    typealias OutboundIn = HTTPResponsePart
    typealias OutboundOut = HTTPResponsePart

    private let limits: WebLimits
    private let counts: ConnectionCounts
    private var counted: String?
    private var unanswered = 0
    private var timer: Scheduled<Void>?
    /// When the exchange that is next to be answered began.
    private var began = NIODeadline.uptimeNanoseconds(0)
    /// What came of a body since the last look; nil when none is on its way.
    private var bodyBytes: Int?
    /// Parts of answers on their way out, and when one was last taken.
    private var leaving = 0
    private var lastTaken = NIODeadline.uptimeNanoseconds(0)

    init(_ limits: WebLimits, counts: ConnectionCounts) {
        self.limits = limits
        self.counts = counts
    }

    func handlerAdded(context: ChannelHandlerContext) {
        guard let address = context.remoteAddress?.ipAddress else { return }
        if counts.enter(address) {
            counted = address
        } else {
            context.close(promise: nil)
        }
    }

    func handlerRemoved(context: ChannelHandlerContext) {
        timer?.cancel()
        timer = nil
        if let counted { counts.leave(counted) }
        counted = nil
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        switch unwrapInboundIn(data) {
        case .head:
            unanswered += 1
            bodyBytes = 0
            if timer == nil { begin(context) }
        case .body(let part): bodyBytes? += part.readableBytes
        case .end:
            bodyBytes = nil
            if unanswered == 0 {
                timer?.cancel()
                timer = nil
            }
        }
        context.fireChannelRead(data)
    }

    func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
        if leaving == 0 { lastTaken = context.eventLoop.now }
        leaving += 1
        let isEnd = if case .end = unwrapOutboundIn(data) { true } else { false }
        let written = promise ?? context.eventLoop.makePromise()
        written.futureResult.assumeIsolated().whenComplete { _ in
            self.leaving -= 1
            self.lastTaken = context.eventLoop.now
            if isEnd { self.answered(context) }
        }
        context.write(data, promise: written)
    }

    private func answered(_ context: ChannelHandlerContext) {
        unanswered = max(0, unanswered - 1)
        // What was answered before all of it had come is still coming.
        guard unanswered > 0 || bodyBytes == nil else { return }
        timer?.cancel()
        timer = nil
        if unanswered > 0 { begin(context) }
    }

    private func begin(_ context: ChannelHandlerContext) {
        began = context.eventLoop.now
        lookLater(context)
    }

    /// How often a connection with something under way is looked at.
    private static let pause = TimeAmount.seconds(5)

    private func lookLater(_ context: ChannelHandlerContext) {
        timer = context.eventLoop.assumeIsolated().scheduleTask(in: Self.pause) { self.look(context) }
    }

    private func look(_ context: ChannelHandlerContext) {
        let now = context.eventLoop.now
        let least = limits.bodyBytesASecond * Int(Self.pause.nanoseconds / 1_000_000_000)
        let isSlow = bodyBytes.map { $0 < least } ?? false
        let isStuck = leaving > 0 && now - lastTaken >= limits.stall
        // The first pause is a body's to get going. A timer fires a little late.
        let isPatient = now - began < .nanoseconds(Self.pause.nanoseconds * 3 / 2)
        guard now - began < limits.exchange, !isStuck, !isSlow || isPatient else {
            return cut(context)
        }
        if bodyBytes != nil { bodyBytes = 0 }
        lookLater(context)
    }

    /// At once: what waits to leave is thrown away, or the system would keep it for a reader who never comes.
    private func cut(_ context: ChannelHandlerContext) {
        guard let options = context.channel as? any SocketOptionProvider else { return context.close(promise: nil) }
        options.setSoLinger(linger(l_onoff: 1, l_linger: 0)).assumeIsolated().whenComplete { _ in
            context.close(promise: nil)
        }
    }
}
