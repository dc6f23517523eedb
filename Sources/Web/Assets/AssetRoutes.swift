import Casework
import HTTPTypes
import Hummingbird

/// Style sheets, scripts and pictures. They say nothing about anybody and are the only thing a browser may keep.
struct AssetRoutes: Feature {
    private let assets: AssetFiles

    init(_ assets: AssetFiles) {
        self.assets = assets
    }

    func add(to routes: Routes) {
        routes.getPublic("/assets/:file") { request, context in
            try file(context.parameters.get("file"), request)
        }
        routes.getPublic("/assets/images/:file") { request, context in
            try file(context.parameters.get("file").map { "images/" + $0 }, request)
        }
    }

    /// An address that names the version it wants (`?v=` and the tag) is good for a year; a plain one is asked about
    /// again after an hour, so that pages and style sheet of two releases do not stay mixed.
    private func file(_ name: String?, _ request: Request) throws -> Response {
        guard let name, let file = assets.files[name] else { throw Missing() }
        let isVersioned = request.uri.query == "v=" + file.tag.filter { $0 != "\"" }
        let headers: HTTPFields = [
            .contentType: file.type, .eTag: file.tag,
            .cacheControl: isVersioned ? "public, max-age=31536000, immutable" : "public, max-age=3600",
        ]
        if request.headers[.ifNoneMatch] == file.tag { return Response(status: .notModified, headers: headers) }
        return Response(status: .ok, headers: headers, body: ResponseBody(byteBuffer: file.content))
    }
}
