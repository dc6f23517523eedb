import Domain
import HTTPTypes
import Testing

@testable import Web

struct ReferralsPageTests {
    @Test("What waits for our answer stands first, with the way to answer it")
    func pages() async throws {
        let house = try await DiaryHouse()
        let person = try await house.positive()
        let event = try await house.record(
            "referral", of: person,
            ["to-agency": .reference("housing-aid"), "service": .choice("housing"), "agreed": .yesNo(true)], by: "drugs"
        )
        try await house.visit(as: "housing") { visitor in
            let page = try await visitor.get("/referrals")
            #expect(page.text.contains("referral=\(event)"))
            try KeptPage("referrals-waiting").check(page.text)
            try await house.record(
                "referral-answer", of: person, ["referral": .text(event), "answer": .choice("accepted")], by: "housing")
            try KeptPage("referrals-accepted").check(try await visitor.get("/referrals").text)
        }
        try await house.visit(as: "drugs") { visitor in
            try KeptPage("referrals-sent").check(try await visitor.get("/referrals").text)
        }
        try await house.visit(as: "custody") { visitor in
            let page = try await visitor.get("/referrals")
            #expect(!page.text.contains("Example"))
            try KeptPage("referrals-empty").check(page.text)
        }
    }
}
