import Credentials
import Domain
import HTTPTypes
import HummingbirdTesting
import Store
import Testing

@testable import Casework
@testable import Web

struct WorkerPageTests {
    private static let kim = [
        ("name", "Kim Example"), ("sign-in-name", "kim"), ("phone", "0115 496 0001"), ("agency", "cjit"),
        ("role", "drugs-worker"), ("team", "East"), ("venue", "office"), ("from-day", "18"), ("from-month", "3"),
        ("from-year", "2024"),
    ]

    /// What the new worker holds in their hands.
    private func holder(_ house: DiaryHouse, _ name: String, password: String) async throws -> KeyHolder {
        let world = house.house.world
        let (id, credential) = try await world.database.read { connection in
            let worker = try #require(try AgencyRows.worker(signInName: name, on: connection))
            return (worker.id, try #require(try SessionRows.credential(of: worker.id, on: connection)))
        }
        let secret = try #require(try house.house.door.secret(of: id, credential))
        return KeyHolder(id: id, signInName: name, password: password, secret: secret)
    }

    private func password(on page: String) throws -> String {
        String(try #require(page.firstMatch(of: /<strong>([a-z-]+-[0-9]{4})<\/strong>/)).1)
    }

    /// The cookies of a browser that a worker signs in with; nil when they are not let in.
    private func cookies(of holder: KeyHolder, _ house: DiaryHouse) async throws -> [String: String]? {
        house.house.clock.advance(minutes: 1)
        let app = try await house.house.server(features: DiaryHouse.features).service()
        let code = house.house.code(of: holder)
        return try await app.test(.router) { client in
            let visitor = Visitor(client)
            return try await visitor.signIn(holder, code: code).status == .seeOther ? visitor.cookies : nil
        }
    }

    private func signsIn(_ holder: KeyHolder, _ house: DiaryHouse) async throws -> Bool {
        try await cookies(of: holder, house) != nil
    }

    /// Whether the next click of that browser is answered, and not sent to sign in.
    private func isIn(_ cookies: [String: String], _ house: DiaryHouse) async throws -> Bool {
        let app = try await house.house.server(features: DiaryHouse.features).service()
        return try await app.test(.router) { client in
            let visitor = Visitor(client)
            for (name, value) in cookies { visitor.plant(name, value) }
            let answer = try await visitor.get("/diary")
            #expect(answer.status == .ok || answer.location?.hasPrefix("/sign-in") == true)
            return answer.status == .ok
        }
    }

    @Test("A worker who is added signs in with what the page showed, once")
    func add() async throws {
        let house = try await DiaryHouse()
        try await house.visit(as: "admin") { visitor in
            try PageChecks.check(try await visitor.get("/partnership/workers/new").text)
            let csrf = try await visitor.csrf()
            let wrong = try await visitor.post(
                "/partnership/workers", [("name", "Kim Example"), ("until-day", "31"), ("once", "one")], csrf: csrf)
            #expect(wrong.status == .unprocessableContent)
            try KeptPage("worker-new-wrong").check(wrong.text)
            let slip = try await visitor.post("/partnership/workers", Self.kim + [("once", "two")], csrf: csrf)
            #expect(slip.status == .ok)
            try PageChecks.check(slip.text)
            let holder = try await holder(house, "kim", password: try password(on: slip.text))
            #expect(slip.text.contains(holder.secret.textToType))
            #expect(try await signsIn(holder, house))
            let again = try await visitor.post("/partnership/workers", Self.kim + [("once", "two")], csrf: csrf)
            #expect(again.location == "/partnership/workers/\(holder.id)?done=sent-before")
            let taken = try await visitor.post("/partnership/workers", Self.kim + [("once", "three")], csrf: csrf)
            #expect(taken.status == .unprocessableContent)
            #expect(taken.text.contains("Somebody has this sign-in name already"))
            #expect(taken.text.contains("0115 496 0001"), "what was typed is there")
            try KeptPage("workers").check(try await visitor.get("/partnership/workers").text)
            try KeptPage("worker").check(try await visitor.get("/partnership/workers/\(holder.id)").text)
            try KeptPage("administration").check(try await visitor.get("/partnership/administration").text)
        }
    }

    @Test("Whoever’s role ends is out at the next click, and the role can be given again")
    func endRole() async throws {
        let house = try await DiaryHouse()
        let worker = try house.holder("drugs").id
        let drugs = try #require(try await cookies(of: house.holder("drugs"), house))
        #expect(try await isIn(drugs, house))
        try await house.visit(as: "admin") { admin in
            let (path, csrf) = ("/partnership/workers/\(worker)/role-ends", try await admin.csrf())
            let empty = try await admin.post(path, [("once", "one")], csrf: csrf)
            #expect(empty.status == .unprocessableContent)
            #expect(empty.text.contains("Choose whether it ends now or on a day."))
            try PageChecks.check(empty.text)
            let fields = [("end-role", "drugs-worker@cjit"), ("end-when", "now")]
            let done = try await admin.post(path, fields + [("once", "two")], csrf: csrf)
            #expect(done.location == "/partnership/workers/\(worker)?done=role-ended")
            let page = try await admin.get("/partnership/workers/\(worker)?done=role-ended")
            #expect(page.text.contains("no longer works here"))
            try PageChecks.check(page.text)
        }
        #expect(try await isIn(drugs, house) == false)
        #expect(try await signsIn(house.holder("drugs"), house) == false)
        try await house.visit(as: "admin") { admin in
            let csrf = try await admin.csrf()
            let fields = [("agency", "cjit"), ("role", "drugs-worker"), ("once", "three")]
            let done = try await admin.post("/partnership/workers/\(worker)/roles", fields, csrf: csrf)
            #expect(done.location == "/partnership/workers/\(worker)?done=role-added")
        }
        #expect(try await signsIn(house.holder("drugs"), house))
    }

    @Test("A new password or second factor ends every session, and the old one opens nothing")
    func access() async throws {
        let house = try await DiaryHouse()
        let old = try house.holder("drugs")
        let path = "/partnership/workers/\(old.id)/access"
        let drugs = try #require(try await cookies(of: old, house))
        try await house.visit(as: "admin") { admin in
            let csrf = try await admin.csrf()
            let unsure = try await admin.post(path, [("access", "password"), ("once", "one")], csrf: csrf)
            #expect(unsure.status == .unprocessableContent)
            try PageChecks.check(unsure.text)
            let sure = [("access", "password"), ("access-sure", "yes"), ("once", "two")]
            let slip = try await admin.post(path, sure, csrf: csrf)
            let new = KeyHolder(
                id: old.id, signInName: old.signInName, password: try password(on: slip.text), secret: old.secret)
            #expect(try await isIn(drugs, house) == false)
            #expect(try await signsIn(old, house) == false)
            #expect(try await signsIn(new, house))
            let lost = [("access", "second-factor"), ("access-sure", "yes"), ("once", "three")]
            let other = try await admin.post(path, lost, csrf: csrf)
            #expect(try await signsIn(new, house) == false)
            let phone = try await holder(house, old.signInName, password: new.password)
            #expect(other.text.contains(phone.secret.textToType))
            #expect(!other.text.contains(new.password))
            #expect(try await signsIn(phone, house))
            let again = try await admin.post(path, lost, csrf: csrf)
            #expect(again.location == "/partnership/workers/\(old.id)?done=sent-before")
            #expect(try await signsIn(phone, house), "a form sent twice gives nothing anew")
        }
    }

    @Test("Leaving ends everything at once; ending sessions ends no more than those")
    func leave() async throws {
        let house = try await DiaryHouse()
        let worker = try house.holder("desk")
        let path = "/partnership/workers/\(worker.id)"
        let desk = try #require(try await cookies(of: worker, house))
        try await house.visit(as: "admin") { admin in
            let csrf = try await admin.csrf()
            let ended = try await admin.post(path + "/session-ends", [("once", "one")], csrf: csrf)
            #expect(ended.location == path + "?done=sessions-ended")
            #expect(try await isIn(desk, house) == false)
            #expect(try await signsIn(worker, house))
            let unsure = try await admin.post(path + "/leaving", [("once", "two")], csrf: csrf)
            #expect(unsure.status == .unprocessableContent)
            let left = try await admin.post(path + "/leaving", [("leave", "yes"), ("once", "three")], csrf: csrf)
            #expect(left.location == path + "?done=left")
            #expect(try await signsIn(worker, house) == false)
        }
    }

    @Test("The last administrator cannot end their own role, and what they do to themselves is marked")
    func lastAdministrator() async throws {
        let house = try await DiaryHouse()
        let admin = try house.holder("admin").id
        try await house.visit(as: "admin") { visitor in
            let csrf = try await visitor.csrf()
            let fields = [("end-role", "administrator@cjit"), ("end-when", "now"), ("once", "one")]
            let refused = try await visitor.post("/partnership/workers/\(admin)/role-ends", fields, csrf: csrf)
            #expect(refused.status == .unprocessableContent)
            #expect(refused.text.contains("Nobody else administers the partnership without a last day"))
            try PageChecks.check(refused.text)
            let raise = [("agency", "cjit"), ("role", "drugs-worker"), ("once", "two")]
            let raised = try await visitor.post("/partnership/workers/\(admin)/roles", raise, csrf: csrf)
            #expect(raised.status == .seeOther)
            let page = try await visitor.get("/partnership/administration").text
            #expect(page.contains("Their own account"))
            #expect(page.contains("a role: Drugs worker, Test drugs team"))
        }
    }

    @Test("A shift is removed before it begins, and two people are not on duty at once")
    func shifts() async throws {
        let house = try await DiaryHouse()
        let (drugs, desk) = (try house.holder("drugs").id, try house.holder("desk").id)
        try await house.visit(as: "admin") { visitor in
            let csrf = try await visitor.csrf()
            func add(_ worker: String, _ once: String) async throws -> Visitor.Answer {
                try await visitor.post(
                    "/partnership/duty-rota",
                    [
                        ("rota", "custody-duty"), ("worker", worker), ("day-day", "19"), ("day-month", "3"),
                        ("day-year", "2024"), ("from", "20:00"), ("until", "22:00"), ("once", once),
                    ], csrf: csrf)
            }
            #expect(try await add(drugs, "one").status == .seeOther)
            let refused = try await add(desk, "two")
            #expect(refused.status == .unprocessableContent)
            #expect(refused.text.contains("Test DRUGS is on duty then, from 20:00 on 19 March 2024 to 22:00"))
            let shift = try #require(refused.hidden("shift"))
            let removed = try await visitor.post(
                "/partnership/duty-rota/shift-ends", [("shift", shift), ("once", "three")], csrf: csrf)
            #expect(removed.location == "/partnership/duty-rota?done=removed")
            let gone = try await visitor.post(
                "/partnership/duty-rota/shift-ends", [("shift", shift), ("once", "five")], csrf: csrf)
            #expect(gone.location == "/partnership/duty-rota?done=gone")
            try PageChecks.check(try await visitor.get("/partnership/duty-rota?done=gone").text)
            #expect(try await add(desk, "four").status == .seeOther)
        }
    }
}
