import NIOCore
import NIOHTTPTypes

/// Cuts a connection whose exchange takes too long, whatever it is doing: sending its body a byte at a time, or never
/// reading the answer. Neither is idle, so the idle limit does not see them. Also holds each address to its share of
/// connections.
///
/// Used on one event loop only, as every channel handler is.
final class ConnectionWatch: ChannelDuplexHandler, RemovableChannelHandler {
    typealias InboundIn = HTTPRequestPart
    typealias InboundOut = HTTPRequestPart
    typealias OutboundIn = HTTPResponsePart
    typealias OutboundOut = HTTPResponsePart

    private let limit: TimeAmount
    private let counts: ConnectionCounts
    private var counted: String?
    private var unanswered = 0
    private var timer: Scheduled<Void>?

    init(limit: TimeAmount, counts: ConnectionCounts) {
        self.limit = limit
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
        if case .head = unwrapInboundIn(data) {
            unanswered += 1
            if timer == nil { startTimer(context) }
        }
        context.fireChannelRead(data)
    }

    func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
        guard case .end = unwrapOutboundIn(data) else { return context.write(data, promise: promise) }
        let written = promise ?? context.eventLoop.makePromise()
        written.futureResult.assumeIsolated().whenComplete { _ in self.answered(context) }
        context.write(data, promise: written)
    }

    private func answered(_ context: ChannelHandlerContext) {
        unanswered = max(0, unanswered - 1)
        timer?.cancel()
        timer = nil
        if unanswered > 0 { startTimer(context) }
    }

    private func startTimer(_ context: ChannelHandlerContext) {
        timer = context.eventLoop.assumeIsolated().scheduleTask(in: limit) { context.close(promise: nil) }
    }
}
