import Testing

@testable import Web

@Suite struct MultipartFormTests {
    private func read(_ parts: String..., boundary: String = "XyZ") throws -> FormFields {
        let body = parts.map { "--\(boundary)\r\n\($0)\r\n" }.joined() + "--\(boundary)--\r\n"
        return try MultipartForm(boundary: boundary).read(Array(body.utf8))
    }

    private let field = "Content-Disposition: form-data; name=\"csrf\"\r\n\r\ntoken"
    private let file =
        "Content-Disposition: form-data; name=\"list\"; filename=\"court list.csv\"\r\nContent-Type: text/csv\r\n\r\na,b\r\n1,2\r\n"

    @Test("Fields and one file are read as browsers write them")
    func reads() throws {
        let form = try read(field, file)
        #expect(form.line("csrf") == "token")
        #expect(form.file?.field == "list")
        #expect(form.file?.name == "court list.csv")
        #expect(form.file.map { String(decoding: $0.bytes, as: UTF8.self) } == "a,b\r\n1,2\r\n")
    }

    @Test("A file box left empty is no file")
    func empty() throws {
        let form = try read("Content-Disposition: form-data; name=\"list\"; filename=\"\"\r\n\r\n")
        #expect(form.file == nil)
    }

    @Test("A quotation mark in a file's name is read back")
    func quoted() throws {
        let form = try read("Content-Disposition: form-data; name=\"f\"; filename=\"a%22b.csv\"\r\n\r\nx")
        #expect(form.file?.name == "a\"b.csv")
    }

    @Test("Two files, other headers, a missing name and a missing end are refused")
    func refuses() throws {
        #expect(throws: FormRefusal.malformed) { try read(file, file) }
        #expect(throws: FormRefusal.malformed) {
            try read("Content-Transfer-Encoding: base64\r\n" + field)
        }
        #expect(throws: FormRefusal.malformed) { try read("Content-Disposition: form-data\r\n\r\nx") }
        #expect(throws: FormRefusal.malformed) { try read("Content-Disposition: attachment; name=\"a\"\r\n\r\nx") }
        #expect(throws: FormRefusal.malformed) {
            try MultipartForm(boundary: "b").read(Array("--b\r\n\(field)\r\n".utf8))
        }
        #expect(throws: FormRefusal.malformed) {
            try MultipartForm(boundary: "b").read(Array("preamble\r\n--b--".utf8))
        }
        #expect(throws: FormRefusal.malformed) {
            try MultipartForm(boundary: "b").read(Array("--b\r\n\(field)\r\n--b--trailer".utf8))
        }
    }

    @Test("Only a plain boundary of 1 to 70 characters is taken")
    func boundaries() {
        #expect(MultipartForm.boundary(in: "multipart/form-data; boundary=----WebKitFormBoundaryAb1") != nil)
        #expect(MultipartForm.boundary(in: "multipart/form-data") == nil)
        #expect(MultipartForm.boundary(in: "multipart/form-data; boundary=") == nil)
        #expect(MultipartForm.boundary(in: "multipart/form-data; boundary=a/b") == nil)
        let long = String(repeating: "a", count: 71)
        #expect(MultipartForm.boundary(in: "multipart/form-data; boundary=\(long)") == nil)
    }
}
