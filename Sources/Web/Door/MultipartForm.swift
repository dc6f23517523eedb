import Foundation

/// A file that came with a form. Its name is for showing only: it never becomes a path.
package struct UploadedFile: Sendable, Hashable {
    /// The box it came from.
    package let field: String
    /// As the visitor's machine called it, clean text; may be empty.
    package let name: String
    package let bytes: [UInt8]
}

/// Reads `multipart/form-data` with at most one file, exactly as browsers write it (RFC 7578) and nothing looser: no
/// preamble, no nesting, no transfer encodings, no folded headers.
struct MultipartForm {
    let boundary: String

    private static let lineEnd = Array("\r\n".utf8)
    private static let headEnd = Array("\r\n\r\n".utf8)
    private static let headLimitBytes = 1_024

    /// The boundary a media type names: 1 to 70 letters, digits and hyphens, which is what browsers make.
    static func boundary(in mediaType: String) -> String? {
        guard let range = mediaType.range(of: "boundary=") else { return nil }
        let text = mediaType[range.upperBound...].prefix { $0 != ";" }.filter { $0 != "\"" && $0 != " " }
        let isPlain = text.utf8.allSatisfy { byte in
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"):
                true
            default: false
            }
        }
        return isPlain && (1...70).contains(text.utf8.count) ? text : nil
    }

    func read(_ body: [UInt8]) throws(FormRefusal) -> FormFields {
        var form = FormFields()
        let opening = Array("--\(boundary)".utf8)
        let separator = Self.lineEnd + opening
        guard body.starts(with: opening) else { throw .malformed }
        var rest = body[...].dropFirst(opening.count)
        while !rest.starts(with: Array("--".utf8)) {
            guard rest.starts(with: Self.lineEnd) else { throw .malformed }
            rest = rest.dropFirst(Self.lineEnd.count)
            guard let headEnd = rest.prefix(Self.headLimitBytes).firstRange(of: Self.headEnd),
                let next = rest[headEnd.upperBound...].firstRange(of: separator)
            else { throw .malformed }
            let head = try PartHead(rest[..<headEnd.lowerBound])
            try add(rest[headEnd.upperBound..<next.lowerBound], head, to: &form)
            rest = rest[next.upperBound...]
        }
        let end = rest.dropFirst(2)
        guard end.isEmpty || end.elementsEqual(Self.lineEnd) else { throw .malformed }
        return form
    }

    private func add(_ content: ArraySlice<UInt8>, _ head: PartHead, to form: inout FormFields) throws(FormRefusal) {
        guard let fileName = head.fileName else {
            return try form.append(TypedText(head.name), TypedText(utf8: content))
        }
        guard form.file == nil else { throw .malformed }
        // A box left empty is sent as a file without name or content.
        if fileName.isEmpty, content.isEmpty { return }
        form.file = UploadedFile(field: head.name, name: TypedText(fileName).text, bytes: Array(content))
    }
}

/// The headers of one part.
private struct PartHead {
    let name: String
    let fileName: String?

    init(_ bytes: ArraySlice<UInt8>) throws(FormRefusal) {
        guard let text = String(validating: bytes, as: UTF8.self) else { throw .malformed }
        var disposition: Substring?
        for line in text.split(separator: "\r\n", omittingEmptySubsequences: false) {
            guard let colon = line.firstIndex(of: ":") else { throw .malformed }
            switch line[..<colon].lowercased() {
            case "content-disposition":
                guard disposition == nil else { throw .malformed }
                disposition = line[colon...].dropFirst()
            case "content-type": continue
            default: throw .malformed
            }
        }
        guard let disposition, let name = Self.value("; name=\"", in: disposition), !name.isEmpty,
            disposition.drop(while: { $0 == " " }).hasPrefix("form-data;")
        else { throw .malformed }
        self.name = name
        fileName = Self.value("; filename=\"", in: disposition)
    }

    /// Browsers write `"` in a name as `%22`, so a value ends at the next quotation mark.
    private static func value(_ start: String, in text: Substring) -> String? {
        guard let range = text.range(of: start), let end = text[range.upperBound...].firstIndex(of: "\"") else {
            return nil
        }
        return String(text[range.upperBound..<end]).replacing("%22", with: "\"")
    }
}
