import Testing

@testable import SchemeFiles

/// One change to the guide's scheme and what is then said, at the changed line.
struct Mistake: CustomTestStringConvertible, Sendable {
    var file: String
    var text: String
    var written: String
    var said: String
    /// What stands on the line where it is said, where that is not the changed line.
    var at: String?

    var testDescription: String { said }
}

struct CheckTests {
    /// Changes one thing; exactly one line must be said, on the line of the change, and begin so.
    @Test("Each mistake is found at its own line", arguments: Mistake.all)
    func mistake(_ mistake: Mistake) throws {
        let scheme = try WrittenScheme.first.with(mistake.file, mistake.text, mistake.written)
        let found = scheme.read().diagnostics
        let diagnostic = try #require(found.first, "nothing was said")
        #expect(found.count == 1, "\(found.map(\.description))")
        let said = "\(diagnostic.severity.rawValue): \(diagnostic.message)"
        #expect(said.hasPrefix(mistake.said), "\(said)")
        let text = scheme.files[mistake.file] ?? ""
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        let expected = mistake.at.map { [$0] } ?? mistake.written.split(separator: "\n").map(String.init)
        let line = String(lines[diagnostic.place.line - 1])
        #expect(expected.contains { line.contains($0) }, "said of the line \(line)")
    }
}

extension Mistake {
    private static func records(_ text: String, _ written: String, _ said: String, at: String? = nil) -> Mistake {
        Mistake(file: "records.yaml", text: text, written: written, said: said, at: at)
    }

    private static func programme(_ text: String, _ written: String, _ said: String, at: String? = nil) -> Mistake {
        Mistake(file: "programme.yaml", text: text, written: written, said: said, at: at)
    }

    private static func sharing(_ text: String, _ written: String, _ said: String, at: String? = nil) -> Mistake {
        Mistake(file: "sharing.yaml", text: text, written: written, said: said, at: at)
    }

    private static func heading(_ text: String, _ written: String, _ said: String, at: String? = nil) -> Mistake {
        Mistake(file: "scheme.yaml", text: text, written: written, said: said, at: at)
    }

    static let all: [Mistake] =
        headings + recordTypes + conditions + programmes + clocks + decisions + boards + agreements

    private static let headings = [
        heading(
            "tests: {title: Tests}", "Tests: {title: Tests}\n  tests: {title: Tests}", "error: `Tests` is not an id"),
        heading("tests: {title: Tests}", "tests: {}", "error: a category needs the key `title`"),
        heading("tests: {title: Tests}", "tests: {title: }", "error: nothing is written after `title`"),
        heading(
            "tests: {title: Tests}", "tests: [Tests]", "error: expected a category, which is a mapping; found a list"),
        heading(
            "title: Our first scheme", "titel: Our first scheme\n  title: x", "error: unknown key `titel` in `scheme`"),
        heading("\ncategories:", "\ncategorys: {}\ncategories:", "error: unknown key `categorys`"),
        heading(
            "[tests, assessment]", "[test, assessment]", "error: there is no category `test` (did you mean `tests`?)"),
        heading("08:00-20:00", "20:00-08:00", "error: expected hours such as 08:00-20:00, ending after they begin"),
        heading(
            "every-day", "everyday",
            "error: unknown key `everyday` in the pattern of a week (did you mean `every-day`?)"),
        heading(
            "title: Our first scheme", "title: {cy: Cynllun}", "error: text in several languages needs `en`"),
        heading(
            "purposes:",
            "bank-holidays: {division: england-and-wales, complete: {from: 2013, until: 2013}, days: []}\npurposes:",
            "error: 2013 is said to be complete but lists 0 days"),
    ]

    private static let recordTypes = [
        records("{positive: Positive, negative: Negative}}", "{}}", "error: there is nothing to choose from here"),
        records("kind: instant", "kind: file", "error: attachments are not supported yet"),
        records(
            "kind: instant", "kind: instnat", "error: there is no kind of field `instnat` (did you mean `instant`?)"),
        records("kind: instant", "kind: {scale: {from: 9, to: 3}}", "error: `to` is not greater than `from`"),
        records("from: 0, to: 28", "from: 28, to: 0", "error: `to` is less than `from`"),
        records("list: places", "list: place", "error: there is no code list `place` (did you mean `places`?)"),
        records("[not-known]", "[unknown]", "error: expected `not-asked`, `declined` or `not-known`"),
        records(
            "    category: assessment\n", "    category: tests\n    acts-as: assesment\n", "error: expected `ordinary`"),
        records("completed-by: [assessor]", "completed-by: [assessors]", "error: there is no role `assessors`"),
        records("decision: what-next", "decision: what-nest", "error: there is no decision `what-nest`"),
        records(
            "until: 2012-03-31}", "until: 2012-03-31}\n      - {code: oxclose, title: Oxclose, from: 2012-01-01}",
            "error: the code `oxclose` stands twice on the same days"),
        records(
            "until: 2012-03-31", "until: 2012-02-31", "error: expected a day such as 2013-05-02; found `2012-02-31`"),
        records(
            "        kind: instant", "        kind: instant\n        fact: birth-date", "error: a field that states"),
        records(
            "        kind: instant", "        kind: instant\n        prefill: {value: me}",
            "error: the value is a day and time: expected an instant"),
        records(
            "        kind: instant",
            "        kind: instant\n        prefill: {value: {latest: {from: drug-test, field: result}}}",
            "error: `result` of `first-scheme/drug-test` is a choice; it cannot fill"),
        records(
            "  no-further-action:",
            "  risk: {title: Risk, category: tests, scores: {s: {title: S, sum: [x]}}}\n  no-further-action:",
            "error: `x` is not a field of this record"),
        records(
            "    fields:\n      days-used:",
            "    scores: {s: {title: S, sum: [days-used], bands: [{from: 9, title: A}, {from: 9, title: B}]}}\n    fields:\n      days-used:",
            "error: bands go up: 9 does not come after 9"),
        records("prompt: Record a drug test", "subjects: [place]", "error: there is no subject kind `place`"),
        records("prompt: Record a drug test", "rank: 99999", "error: expected a whole number from -1000 to 1000"),
    ]

    private static let conditions = [
        records("answer: result, is: positive", "answer: reslt, is: positive", "error: `reslt` is not a field of"),
        records(
            "answer: result, is: positive", "answer: result", "error: a condition on `answer` says nothing to test"),
        records(
            "answer: result, is: positive", "answer: result, at-least: 2",
            "error: `result` is a choice, which has no size"),
        records(
            "answer: result, is: positive", "stage: waiting", "error: `stage` asks for the standing of an enrolment"),
        records(
            "answer: result, is: positive", "event: assessment, since: enrolment",
            "error: there is no enrolment in a form"),
        records(
            "answer: result, is: positive", "event: assesment", "error: there is no record type `assesment` (did you"),
        records(
            "answer: result, is: positive", "anser: result", "error: `anser` is no condition (did you mean `answer`?)"),
        records(
            "answer: result, is: positive", "answer: result, missing: declined", "error: `result` cannot be left as"),
        records("answer: result, is: positive", "answer: result, untouched: false", "error: leave this out instead"),
        records(
            "answer: result, is: positive", "enrolled: test-to-assessment, stage: assesed",
            "error: there is no stage `assesed`"),
        records(
            "answer: result, is: positive", "age: {over: 18}",
            "error: unknown key `over` in a test of age; expected one of"),
        records("answer: result, is: positive", "hours: {during: covr}", "error: there is no opening hours `covr`"),
        records("{answer: result, is: positive}", "[always]", "error: expected a condition, such as `always`"),
        records("{answer: result, is: positive}", "{all: []}", "error: this list of conditions is empty"),
        records(
            "answer: result, is: positive", "event: assessment, at-least: 3, at-most: 2",
            "error: `at-most` is less than"),
        records(
            "answer: result, is: positive", "event: assessment, latest: true, at-least: 2",
            "error: `latest` looks at one event"),
        records(
            "answer: result, is: positive", "answer: place, in-list: lists", "error: there is no code list `lists`"),
        records(
            "answer: result, is: positive", "answer: result, before: record",
            "error: `result` is a choice, which is no point in time"),
        records(
            "answer: result, is: positive", "record: {before: {latest: assessment, field: days-used}}",
            "error: `days-used` is a number, which is no point in time"),
        records(
            "answer: result, is: positive", "record: {before: {latest: assessment, field: apointment}}",
            "error: `apointment` is not a field of `first-scheme/assessment` (did you mean `appointment`?)"),
        records(
            "answer: result, is: positive", "record: {befor: record}",
            "error: unknown key `befor` in a test of when the record occurred"),
        records("answer: result, is: positive", "decided: prescriber", "error: no decision is made in a form"),
        records(
            "    category: tests\n    source: Test form, page 1",
            "    category: tests\n    stops: {x: {when: always, because: Z, field: reslt}}",
            "error: there is no field `reslt` (did you mean `result`?)"),
        records(
            "    category: tests\n    source: Test form, page 1",
            "    category: tests\n    warnings: {x: {when: always}}",
            "error: a stop or a warning needs the key `because`"),
        records(
            "kind: {choice: {list: places}}", "kind: {choice: {list: places}}\n        codes: places",
            "error: `codes` are offered for a `text`"),
        records(
            "kind: {choice: {list: places}}", "kind: {choice: {list: places}}\n        only: police",
            "error: `only` names the kinds of agency"),
    ]

    private static let programmes = [
        programme(
            "where: {result: positive}}\n    stages", "where: {result: yes}}\n    stages",
            "error: `yes` is not an option of"),
        programme("enters: assessment}", "from: [waiting]}", "error: a stage needs the key `enters`"),
        programme(
            "enters: assessment}", "enters: assessment, from: [wating]}", "error: there is no stage `wating` (did you"),
        programme(
            "latest: drug-test, field: result", "latest: drug-test, field: results",
            "error: `results` is not a field of"),
        programme("latest: drug-test, field: result", "latest: drug-test", "error: a value needs the key `field`"),
        programme(
            "latest: drug-test, field: result", "holds: {value: result, is: positive}",
            "error: a value that `holds` is read before the others"),
        programme(
            "{clock: assessment-booked-by-police, state: not-met}", "{answer: result, is: positive}",
            "error: there is no form"),
        programme(
            "state: not-met", "state: late",
            "error: expected `running`, `paused`, `met`, `not-met` or `void`; found `late`"),
        programme("state: not-met", "due-within: soon", "error: expected a length of time"),
        programme(
            "    stages:", "    extends: test-to-assessment\n    stages:", "error: a programme cannot extend itself"),
        programme(
            "    stages:", "    suspended-while: {enrolled: nothing}\n    stages:",
            "error: there is no programme `nothing`"),
        programme(
            "    stages:", "    lead: {taken-by: [{event: assessment, worker: days-used}]}\n    stages:",
            "error: `days-used` of `first-scheme/assessment` is a number; expected a worker"),
        programme(
            "    stages:", "    subjects: [household]\n    stages:", "error: there is no subject kind `household`"),
    ]

    private static let clocks = [
        programme(
            "escalate: [{after: 1 working day, to: manager}]",
            "escalate: [{after: 1 working day, to: manager}, {after: 2 days, to: manager}]",
            "error: `manager` is told already"),
        programme(
            "      follow-up:\n", "      nobody-leads:\n", "error: `nobody-leads` is what the alarm of `lead` is called"
        ),
        programme("limit: {within: 2 weeks}", "limit: {wthin: 2 weeks}", "error: unknown key `wthin`"),
        programme(
            "{from: 5 working days, to: 8 working days}", "{from: 9 working days, to: 8 working days}",
            "error: this window ends"),
        programme(
            "{from: 5 working days, to: 8 working days}", "{from: 5 hours, to: 8 days}", "error: a window counts hours"),
        programme("limit: {within: 2 weeks}", "limit: {every: 12 hours}", "error: `every` counts days, weeks"),
        programme("limit: {within: 2 weeks}", "limit: {every: 0 days}", "error: expected from 1 to"),
        programme("limit: {within: 2 weeks}", "limit: {within: 999999 weeks}", "error: expected from 0 to 5000 weeks"),
        programme(
            "limit: {within: 2 weeks}", "limit: {series: [2 weeks, 1 weeks]}", "error: the steps of a series get longer"
        ),
        programme(
            "limit: {within: 2 weeks}", "limit: {before: 2 weeks}", "error: `before` counts back from what an event"),
        programme(
            "limit: {within: 2 weeks}", "limit: {within: 2 hours}\n        cut-off: \"20:00\"",
            "error: a `cut-off` moves days"),
        programme(
            "limit: {within: 2 weeks}", "limit: {within: 2 weeks, every: 1 week}",
            "error: the `limit` of a clock takes only one"),
        programme(
            "starts: {event: assessment, where: {days-used: {at-least: 1}}}", "starts: {missed: follow-up}",
            "error: the clock `follow-up` waits for its own miss", at: "follow-up:"),
        programme(
            "met-by: {event: assessment}", "from-field: days-used",
            "error: `days-used` of `first-scheme/assessment` is a number; expected a day"),
        programme("met-by: {event: assessment}", "in-stages: [asessed]", "error: there is no stage `asessed`"),
        programme("met-by: {event: assessment}", "paused-while: {lead: none}", "error: `lead` asks for the standing"),
        programme("duty-of: person", "duty-of: them", "error: expected `person` or `us`"),
        programme("basis: local", "basis: custom", "error: expected `statute`, `guidance` or `local`"),
        programme("to: manager", "to: managers", "error: there is no role `managers`"),
        programme(
            "source: Local protocol, section 2.2\n        category: tests", "source: Local protocol, section 2.2",
            "error: the clock `follow-up` needs a `category`", at: "follow-up:"),
        programme(
            "        source: Local protocol, section 2.2\n", "", "warning: the clock `follow-up` names no `source`",
            at: "follow-up:"),
    ]

    private static let decisions = [
        programme(
            "when: always", "when: {answer: days-used, at-most: 19}", "warning: no rule catches the rest",
            at: "id: rest"),
        programme(
            "when: {answer: days-used, at-least: 20}", "when: always", "warning: the rule `rest` never fires",
            at: "id: rest"),
        programme("id: rest", "id: daily", "error: the rule `daily` stands twice", at: "id: daily"),
        programme("answer: days-used, at-least: 20", "answer: days, at-least: 20", "error: `days` is not a field of"),
        programme("answer: days-used, at-least: 20", "answer: days-used, at-least: lots", "error: expected a number"),
        programme(
            "from: 2013-01-01", "from: 2013-01-01\n        until: 2012-01-01", "error: this edition ends before",
            at: "title: Since 2013"),
    ]

    private static let boards = [
        sharing("opens-for: [assessor]", "opens-for: [asessor]", "error: there is no role `asessor`"),
        sharing(
            "of: test-to-assessment", "of: test-to-assesment",
            "error: there is no programme `test-to-assesment` (did you"),
        sharing("{stage: waiting}", "{stage: wating}", "error: there is no stage `wating`"),
        sharing("{stage: waiting}", "{value: result, is: positve}", "error: `positve` is not an option of `result`"),
        sharing(
            "show: name", "show: nam",
            "error: a board of a programme cannot show or order by `nam` (did you mean `name`?)"),
        sharing("show: name", "show: appointment-time", "error: a board of a programme cannot show"),
        sharing("order: [due, name]", "order: [{flag: lat}, name]", "error: there is no flag `lat`"),
        sharing(
            "of: test-to-assessment", "of: test-to-assessment\n    deadlines: everything",
            "error: expected `enrolment` or `person`"),
        sharing(
            "record: no-further-action}", "record: no-further-action, warning: Are you sure}",
            "error: a warning stands on the page that an act opens"),
        sharing("{value: result}", "{value: reslt}", "error: there is no value `reslt`"),
        sharing(
            "show: due", "show: {due: folow-up}", "error: there is no clock `folow-up` (did you mean `follow-up`?)"),
        sharing("[due, name]", "[due, lead]", "error: a board of a programme cannot show or order by `lead`"),
        sharing("assessment, opens-page: true", "assessment", "error: the act `assess` writes at once, but"),
        sharing(
            "record: no-further-action}", "record: no-further-action, answers: {why: x}}",
            "error: `why` is not a field of"),
    ]

    private static let agreements = [
        sharing(
            "[written-consent]", "[consent]", "error: `assessment` is protected by statute",
            at: "categories: [assessment]"),
        sharing("[open-referral]", "[referral]", "error: `referral` is no condition of a permission"),
        sharing("[open-referral]", "[{enrolled: somewhere}]", "error: there is no programme `somewhere`"),
        sharing("owners: [police]", "owners: [probation]", "error: there is no party to this agreement `probation`"),
        sharing("categories: [tests]", "categories: [test]", "error: there is no category `test`"),
        sharing("purposes: [treatment]", "purposes: [treatments]", "error: there is no purpose `treatments`"),
        sharing(
            "on {appointment}.", "on {apointment}.",
            "error: there is nothing to put in place of `{apointment}` (did you mean `appointment`?)"),
        sharing("on {appointment}.", "on {appointment.", "error: a `{` and a `}` go together"),
        sharing(
            "        gateway: Drugs Act 2005 s.15\n", "        gatway: Drugs Act 2005 s.15\n        gateway: x\n",
            "error: unknown key `gatway`"),
    ]
}
