import Casework
import Domain
import Hummingbird
import Markup

/// Searching for people, and making a record for somebody new.
///
/// A search is posted and its results are the answer, so that no name, birth date or number stands in an address, a
/// history or a log. Nothing of it is kept on the server: a node holds no state, and going back asks the browser to send
/// the form again.
package struct PeopleRoutes: Feature {
    package init() {}

    package var place: Place? { .people }

    package func add(to routes: Routes) {
        routes.get("/people", for: .caseworkers) { _, context in PeoplePage(context: context).response }
        routes.post("/people", for: .caseworkers, body: .lines) { _, context in
            let form = PeopleForm(context.form)
            guard form.problems.isEmpty else { return PeoplePage(form: form, context: context).response }
            let found = try await SearchPeople(context.world)(form.query, by: context.viewer)
            return PeoplePage(
                form: form, found: found, mayAdd: AddPerson(context.world).isFor(context.viewer), context: context
            ).response
        }
        // A new record is begun from the results of a search and from nowhere else.
        routes.get("/people/new", for: .caseworkers) { _, _ in .seeOther("/people") }
        routes.post("/people/new", for: .caseworkers) { _, context in try await add(context) }
    }

    private func add(_ context: SignedInContext) async throws -> Response {
        let form: AddPerson.Form
        do {
            form = try AddPerson(context.world).form(for: context.viewer)
        } catch is RecordRefusal {
            throw NotForThisRole(hasOtherRoles: context.session.roles.count > 1)
        }
        guard context.form.has("answered") else {
            let searched = PeopleForm(context.form)
            guard searched.problems.isEmpty else { return PeoplePage(form: searched, context: context).response }
            var sent = SentForm()
            let answers = form.type.answers(from: searched.query, today: London.day(of: form.at))
            sent.fill(answers, type: form.type)
            return NewPersonPage(form: form, sent: sent, context: context).response
        }
        let sent = SentForm(context.form)
        var page = NewPersonPage(form: form, sent: sent, context: context)
        let typed = sent.record(form.type, today: London.day(of: form.at))
        let reading = context.world.rules.current.read(typed, type: form.type, now: form.at)
        page.problems = reading.problems
        guard page.problems.isEmpty, context.form.problems.isEmpty else { return page.response }
        do {
            let seen = context.form.line("seen")
            switch try await AddPerson(context.world)(
                reading.answers, seen: seen, key: context.form.key, by: context.viewer)
            {
            case .made(let subject): return .seeOther("/people/\(subject)")
            case .mayBe(let matches, let seen):
                page.alike = (matches, seen)
                return page.response
            }
        } catch RecordRefusal.problems(let problems) {
            page.problems = problems
            return page.response
        } catch let refusal as RecordRefusal {
            return RefusalPage(refusal: refusal, back: "/people").response(context)
        }
    }
}

extension RecordType {
    /// What was searched by, as first answers to the questions that state it.
    fileprivate func answers(from query: PeopleQuery, today: Day) -> [String: Answer] {
        var answers: [String: Answer] = [:]
        for field in fields {
            switch field.fact {
            case .familyName where !query.family.isEmpty: answers[field.id] = .text(query.family)
            case .givenName where !query.given.isEmpty: answers[field.id] = .text(query.given)
            case .birthDate: answers[field.id] = query.born.map(Answer.day)
            case let fact?: answers[field.id] = query.number(stating: fact, today: today).map(Answer.text)
            case nil: continue
            }
        }
        return answers
    }
}
