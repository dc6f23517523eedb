import Domain
import HTTPTypes
import Hummingbird
import Logging
import NIOHTTP1

/// What stands around every route: host, deadline, errors turned into pages, headers and the log. Nothing is answered
/// past it, except what is not HTTP at all, which Hummingbird answers with 400 and closes.
struct FrontResponder: HTTPResponder {
    typealias Context = PublicContext

    let router: RouterResponder<PublicContext>
    let site: Site
    let table: RouteTable
    let hosts: HostAllowList
    let headers: SecurityHeaders
    let deadline: RequestDeadline
    let figures: RequestFigures

    func respond(to request: Request, context: PublicContext) async throws -> Response {
        let began = ContinuousClock.now
        var context = context
        context.site = site
        context.logger[metadataKey: "hb.request.id"] = "\(Self.requestID())"
        let road = ErrorRoad(site: site, context: context, table: table)
        var response: Response
        do {
            try hosts.check(request)
            response = try await routed(request, context)
        } catch let error as HTTPParserError {
            throw error  // the connection has lost its place, so only the server itself can still answer it
        } catch {
            response = road.response(to: error, request)
        }
        if request.method == .head { response = response.createHeadResponse() }
        headers.apply(to: &response)
        response.headers[.known("X-Request-ID")] = context.id
        log(request, context, response, since: began)
        return response
    }

    /// The number in the log and on a page: a count would tell how much the server is used.
    private static func requestID() -> String {
        let number = UInt64.random(in: 0...UInt64.max)
        return Hex.text((0..<8).map { UInt8(truncatingIfNeeded: number >> (8 * $0)) })
    }

    private func routed(_ request: Request, _ context: PublicContext) async throws -> Response {
        let response = try await deadline.run { try await router.respond(to: request, context: context) }
        guard context.isUnrouted else { return response }
        let methods = table.methods(at: request.uri.path)
        if methods.isEmpty { throw NoSuchPage() }
        throw WrongMethod(allowed: methods)
    }

    /// The route's template stands for the address: an address may hold a reference, and a query a name.
    private func log(
        _ request: Request, _ context: PublicContext, _ response: Response, since began: ContinuousClock.Instant
    ) {
        let milliseconds = (ContinuousClock.now - began) / Duration.milliseconds(1)
        let route = context.isUnrouted ? "none" : context.endpointPath ?? "none"
        figures.note(
            method: context.isUnrouted ? "any" : request.method.rawValue, route: route,
            status: Int(response.status.code), seconds: milliseconds / 1_000)
        context.logger.info(
            "request",
            metadata: [
                "method": "\(request.method.rawValue)", "route": "\(route)",
                "status": "\(response.status.code)", "ms": "\(Int(milliseconds.rounded()))",
            ])
    }
}
