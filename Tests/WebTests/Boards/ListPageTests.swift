import Casework
import Domain
import HTTPTypes
import Testing

@testable import Web

@Suite("Loading the overnight list")
struct ListPageTests {
    private static let address = "/boards/nottingham/cells/load"
    private static let text =
        "\u{FEFF}Custody No,Surname,Forename,DOB,Sex,Arrived,Offence code,Offence,Alcohol,Cell\r\n"
        + "31 CR/001/24,Example,Robin,02/05/1985,Male,17/03/2024 22:30,TH68010,\"Theft, from a shop\",Y,M4\r\n"
        + "31 CR/002/24,Sample,Kim,31/02/1990,Female,17/03/2024 23:10,,Assault,N,M5\r\n"

    @Test("the file is looked at, agreed with one press, and loading it again adds nothing")
    func load() async throws {
        let night = try await NightShift()
        let known = try await night.detain("Robin", "Example", cell: "M1", minutesAgo: 5 * 24 * 60)
        try await night.record("core/release", of: known)
        try await night.visit("officer") { officer in
            let page = try await officer.get(Self.address)
            try KeptPage("list").check(page.text)
            let preview = try await officer.upload(
                Self.address, try page.form(holding: "name=\"file\""), file: ("overnight.csv", Self.text))
            #expect(preview.status == .ok)
            try KeptPage("list-preview").check(preview.text)
            #expect(preview.text.contains("1 to record, 1 with something wrong"))
            #expect(preview.text.contains("DOB: “31/02/1990”: Enter a real date"))
            let form = try preview.form(holding: "name=\"list\"")
            let result = try await officer.upload(Self.address + "/confirm", form + [("list", Self.text)])
            try KeptPage("list-result").check(result.text)
            #expect(result.text.contains("Line 3, Sample, Kim: DOB: “31/02/1990”"))
            let mended = Self.text.replacing("31/02/1990", with: "28/02/1990")
            let again = try await officer.upload(Self.address + "/confirm", form + [("list", mended)])
            #expect(again.location == "/boards/nottingham/cells?loaded=1&there=1&left=0")
            let board = try await officer.get(try #require(again.location))
            #expect(board.text.contains("1 added, 1 already there."))
            #expect(board.text.contains("Sample, Kim"))
            let third = try await officer.upload(Self.address + "/confirm", form + [("list", mended)])
            #expect(third.location == "/boards/nottingham/cells?loaded=0&there=2&left=0")
        }
    }

    @Test("pasted text does as well, and what cannot be read is kept and said")
    func paste() async throws {
        let night = try await NightShift()
        try await night.visit("officer") { officer in
            let form = try await officer.get(Self.address).form(holding: "name=\"file\"")
            let wrong = try await officer.upload(Self.address, form + [("list", "Name\r\nRobin")])
            #expect(wrong.status == .unprocessableContent)
            #expect(wrong.text.contains("The file has no column “Custody No”"))
            #expect(wrong.text.contains("Name\nRobin</textarea>"))
            let nothing = try await officer.upload(Self.address, form)
            #expect(nothing.text.contains("The file holds no line below its headings."))
            let right = try await officer.upload(Self.address, form + [("list", Self.text)])
            #expect(right.status == .ok)
        }
    }

    @Test("a board without a list, and another role's, take none")
    func notTheirs() async throws {
        let night = try await NightShift()
        try await night.visit("officer") { officer in
            let other = try await officer.get("/boards/nottingham/assessments/load")
            #expect(other.status == .notFound)
        }
        try await night.visit("desk") { desk in
            let cells = try await desk.get(Self.address)
            #expect(cells.status == .notFound)
        }
    }
}
