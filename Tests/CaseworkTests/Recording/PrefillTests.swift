import Domain
import Store
import Testing

@testable import Casework

@Suite("What a form already knows")
struct PrefillTests {
    @Test("the record's answer is offered with where it is from")
    func offered() async throws {
        let house = try await CaseHouse()
        let robin = try await house.arrive()
        let form = try await OpenForm(house.world)("t/decide", of: robin, by: house.pat)
        #expect(form.prefilled["offence"]?.answer == .text("Theft"))
        #expect(form.prefilled["offence"]?.because == "From the arrival on 9 May 2013")
    }

    @Test("nothing is offered that the viewer may not see")
    func unseen() async throws {
        var scheme = TinyScheme.scheme
        scheme.recordTypes = scheme.recordTypes.map { type in
            var type = type
            if type.id == "t/decide" { type.completedBy = [] }
            return type
        }
        // The team may complete it and sees who is there, but not what for.
        scheme.agreements[0].permissions[0].categories = ["identity"]
        let house = try await CaseHouse(Definitions([Definitions.Published(scheme: scheme)]))
        let robin = try await house.arrive()
        let form = try await OpenForm(house.world)("t/decide", of: robin, by: house.sam)
        #expect(form.prefilled.isEmpty)
        let own = try await OpenForm(house.world)("t/decide", of: robin, by: house.pat)
        #expect(own.prefilled["offence"] != nil)
    }

    @Test("a draft is its worker's alone, and goes when the record is made")
    func drafts() async throws {
        let house = try await CaseHouse()
        let robin = try await house.arrive()
        let typed = ["a-note": [" half a sentence \n"], "a-outcome": ["seen"]]
        try await KeepDraft(house.world)("t/visit", of: robin, fields: typed, by: house.pat)
        #expect(try await OpenForm(house.world)("t/visit", of: robin, by: house.pat).draft?.fields == typed)
        #expect(try await OpenForm(house.world)("t/visit", of: robin, by: house.jo).draft == nil)
        try await house.record("t/visit", ["outcome": .choice("seen")], of: robin)
        #expect(try await OpenForm(house.world)("t/visit", of: robin, by: house.pat).draft == nil)
    }

    @Test("a draft runs out")
    func draftsRunOut() async throws {
        let house = try await CaseHouse()
        let robin = try await house.arrive()
        try await KeepDraft(house.world)("t/visit", of: robin, fields: [:], by: house.pat)
        house.clock.pass(minutes: 7 * 24 * 60)
        #expect(try await OpenForm(house.world)("t/visit", of: robin, by: house.pat).draft == nil)
    }
}
