import HTTPTypes
package import Hummingbird
package import Markup
import NIOCore

extension Response {
    /// A finished page. Its bytes are copied once, into the buffer that is sent.
    package static func page(_ page: HTML, status: HTTPResponse.Status = .ok) -> Response {
        Response(
            status: status, headers: [.contentType: "text/html; charset=utf-8"],
            body: ResponseBody(byteBuffer: ByteBuffer(bytes: page.bytes)))
    }

    /// Sends the browser to another page with a GET, which is how every form that was accepted ends.
    package static func seeOther(_ address: Href) -> Response {
        Response(status: .seeOther, headers: [.location: address.text])
    }

    /// A file to keep, such as a calendar or a table. `name` is ASCII without quotation marks.
    package static func download(_ bytes: [UInt8], type: String, name: String) -> Response {
        Response(
            status: .ok,
            headers: [.contentType: type, .contentDisposition: "attachment; filename=\"\(name)\""],
            body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes)))
    }

    /// A line of plain text.
    package static func text(_ text: String, status: HTTPResponse.Status = .ok) -> Response {
        Response(
            status: status, headers: [.contentType: "text/plain; charset=utf-8"],
            body: ResponseBody(byteBuffer: ByteBuffer(string: text + "\n")))
    }
}
