import Casework
import Domain
import HTTPTypes
import Hummingbird
import Markup

/// The diary of the worker's agency, a day at a time, and the times that can be booked in it.
package struct DiaryRoutes: Feature {
    package init() {}

    package var place: Place? { .diary }

    package func add(to routes: Routes) {
        routes.get("/diary", for: .caseworkers) { _, context in
            let view = try await OpenDiary(context.world)(
                context.day, of: context.query.line("of"), by: context.viewer)
            return DiaryPage(view: view, done: DiaryPage.Done(context.query.line("done"))).response(context)
        }
        routes.post("/diary/acts", for: .caseworkers) { _, context in try await act(context) }
        routes.get("/diary/times", for: .caseworkers) { _, context in
            let choices = try AddTimes(context.world).choices(for: context.viewer)
            return TimesPage(form: TimesForm(from: context.day ?? choices.today), choices: choices).response(context)
        }
        routes.post("/diary/times", for: .caseworkers) { _, context in try await addTimes(context) }
        routes.post("/diary/times/taken-away", for: .caseworkers) { _, context in try await takeAway(context) }
    }

    private func takeAway(_ context: SignedInContext) async throws -> Response {
        let day = Day(context.form.line("day"))
        do {
            try await TakeTimeAway(context.world)(context.form.line("slot"), by: context.viewer)
            return .seeOther(DiaryPage.href(day, done: .takenAway))
        } catch RecordRefusal.slotTaken {
            let view = try await OpenDiary(context.world)(day, of: context.viewer.agency, by: context.viewer)
            let problem = "That time stays: it has begun, or somebody has booked it since you opened the page."
            return DiaryPage(view: view, problem: problem).response(context)
        }
    }

    private func act(_ context: SignedInContext) async throws -> Response {
        let form = context.form
        let day = Day(form.line("day"))
        do {
            _ = try await ActOnAppointment(context.world)(
                form.line("act"), on: form.line("appointment"), of: form.line("person"), key: form.key,
                by: context.viewer)
            let other = form.line("of")
            return .seeOther(DiaryPage.href(day, of: other.isEmpty ? nil : other, done: .recorded))
        } catch let refusal as RecordRefusal {
            let view = try await OpenDiary(context.world)(day, of: form.line("of"), by: context.viewer)
            return DiaryPage(view: view, problem: BookingWords(refusal).message).response(context)
        }
    }

    private func addTimes(_ context: SignedInContext) async throws -> Response {
        let choices = try AddTimes(context.world).choices(for: context.viewer)
        let form = TimesForm(context.form)
        guard let series = form.series else {
            return TimesPage(form: form, choices: choices, problems: form.problems).response(context)
        }
        do {
            let added = try await AddTimes(context.world)(series, key: context.form.key, by: context.viewer)
            return .seeOther(
                DiaryPage.href(series.from, done: .added).adding(query: "count", String(added.count))
                    .adding(query: "there", String(added.alreadyThere)))
        } catch RecordRefusal.problems(let problems) {
            return TimesPage(form: form, choices: choices, problems: form.problems + TimesForm.markup(problems))
                .response(context)
        } catch let refusal as RecordRefusal {
            let problem = Markup.FieldProblem(boxID: nil, message: BookingWords(refusal).message)
            return TimesPage(form: form, choices: choices, problems: [problem]).response(context)
        }
    }
}

extension SignedInContext {
    /// The day an address asks for: `day=2013-05-10`, or the three boxes of a date; nil for none and for no real day.
    var day: Day? {
        Day(query.line("day"))
            ?? Day(
                year: Int(query.line("day-year")) ?? 0, month: Int(query.line("day-month")) ?? 0,
                day: Int(query.line("day-day")) ?? 0)
    }
}
