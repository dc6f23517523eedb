import Casework
import Domain
import Foundation
import SchemeFiles
import Store
import Testing

@testable import throughcare

struct PublishedFilesTests {
    private static func schemes(_ folder: SandboxFolder, core: String, local: String) throws -> [PublishedScheme] {
        try folder.write("scheme: {id: core, title: Core}\npurposes: {\(core): {title: A}}\n", to: "core/scheme.yaml")
        try folder.write(
            "scheme: {id: local, title: Local, builds-on: [core]}\npurposes: {\(local): {title: B}}\n",
            to: "local/scheme.yaml")
        return try SchemeOnDisk(folder.path("local")).published()
    }

    @Test("What is published is read back as it was, each version on the one it was built on")
    func versions() throws {
        let folder = try SandboxFolder()
        let first = try Self.schemes(folder, core: "one", local: "here")
        let second = try Self.schemes(folder, core: "two", local: "here")
        #expect(first.map(\.scheme) == ["core", "local"])
        // The local files are the same; what they are built on is not.
        #expect(first[1].version != second[1].version)
        let read = try PublishedFiles.read(first + second)
        #expect(read.map(\.scheme.version) == (first + second).map(\.version))
        #expect(read.map { $0.scheme.purposes.map(\.title) } == [["A"], ["B"], ["A"], ["B"]])
        #expect(read[0].scheme.purposes.map(\.id) != read[2].scheme.purposes.map(\.id))
    }

    @Test("Files that are not what was published are refused")
    func changed() throws {
        let folder = try SandboxFolder()
        var schemes = try Self.schemes(folder, core: "one", local: "here")
        schemes[0].files[0].content += "# changed\n"
        #expect { try PublishedFiles.read(schemes) } throws: { Ending($0).code == .unreadable }
    }

    @Test("The shipped schemes are read back from what would be published of them")
    func shipped() throws {
        let disk = try SchemeOnDisk(SandboxFolder.project.appending(path: "Schemes/nottingham").path)
        let published = try disk.published()
        let read = try PublishedFiles.read(published)
        #expect(read.map(\.scheme) == disk.loaded.schemes)
    }
}
