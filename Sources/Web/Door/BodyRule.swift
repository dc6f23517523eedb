import HTTPTypes
import Hummingbird
import NIOCore

/// What a route takes as its body, and how much of it.
package struct BodyRule: Sendable {
    private enum Kind: Sendable {
        case fields
        case upload
    }

    private let kind: Kind
    private let limitBytes: Int
    /// What one value may have; nil for as much as the form.
    private var limitBytesEach: Int?

    /// The fields of a form, at most 64 kB.
    package static let form = BodyRule.form(limitBytes: 64 << 10)

    /// The fields of a long form.
    package static func form(limitBytes: Int) -> BodyRule { BodyRule(kind: .fields, limitBytes: limitBytes) }

    /// The fields of a form of single lines, at most 8 kB in all. A value of more than 500 bytes is among the form's
    /// problems.
    package static let lines = BodyRule(kind: .fields, limitBytes: 8 << 10, limitBytesEach: 500)

    /// The fields of a form with one file, at most 2 MB in all.
    package static let upload = BodyRule(kind: .upload, limitBytes: 2 << 20)

    /// Whether a file may come with it.
    var takesFile: Bool { kind == .upload }

    /// Throws `FormRefusal`; nothing is read of a body that says it is too large.
    func read(_ request: Request) async throws -> FormFields {
        let type = request.headers[.contentType] ?? ""
        let mediaType = type.prefix { $0 != ";" }.lowercased().filter { $0 != " " }
        switch kind {
        case .fields:
            guard mediaType == "application/x-www-form-urlencoded" else { throw FormRefusal.otherMediaType }
            let body = try await collect(request)
            var fields = try FormFields(urlEncoded: body.readableBytesView)
            fields.limitBytesEach = limitBytesEach
            return fields
        case .upload:
            guard mediaType == "multipart/form-data" else { throw FormRefusal.otherMediaType }
            guard let boundary = MultipartForm.boundary(in: type) else { throw FormRefusal.malformed }
            let body = try await collect(request)
            return try MultipartForm(boundary: boundary).read(Array(body.readableBytesView))
        }
    }

    private func collect(_ request: Request) async throws -> ByteBuffer {
        if let stated = request.headers[.contentLength].flatMap({ Int($0) }), stated > limitBytes {
            throw FormRefusal.tooLarge(limitBytes: limitBytes)
        }
        do {
            return try await request.body.collect(upTo: limitBytes)
        } catch is NIOTooManyBytesError {
            throw FormRefusal.tooLarge(limitBytes: limitBytes)
        }
    }
}
