/// Every route of the server and what it may answer: the one place to write a new route down.
///
/// A route is called by its method and template. Each of its rows is asked by every column and, where the rule is about a
/// person, about every relation.
enum RouteExpectations {
    static let all: [String: [RouteRow]] = open.merging(place) { $1 }.merging(person) { $1 }.merging(recording) { $1 }
        .merging(event) { $1 }

    /// Before and around signing in.
    private static let open: [String: [RouteRow]] = [
        "GET /health/live": [RouteRow(.anyone(200))],
        "GET /health/ready": [RouteRow(.anyone(200))],
        "GET /assets/:file": [RouteRow(.anyone(200), with: "app.css")],
        "GET /assets/images/:file": [RouteRow(.anyone(200), with: "icon-search-black.svg")],
        "GET /help": [RouteRow(.anyone(200))],
        "GET /accessibility": [RouteRow(.anyone(200))],
        "GET /privacy": [RouteRow(.anyone(200))],
        "GET /sign-in": [RouteRow(.anyone(200))],
        "POST /sign-in": [RouteRow(.anyone(422))],
        "GET /": [RouteRow(.acting(303))],
        "GET /choose-role": [RouteRow(.anyWorker(200))],
        "POST /choose-role": [RouteRow(.anyWorker(422), form: ["role": "9"])],
        "GET /password": [RouteRow(.anyWorker(200))],
        "POST /password": [RouteRow(.anyWorker(422))],
        // Asked by the forms' test only, which must be refused: else the session would be over for the cells after it.
        "POST /sign-out": [RouteRow(.anyWorker(303))],
    ]

    /// Lists, and what is no one person's.
    private static let place: [String: [RouteRow]] = [
        "GET /today": [RouteRow(.caseworkers(200))],
        "POST /today/acknowledgements": [
            RouteRow(
                .acknowledges(303),
                form: ["opened-by": "{opened}", "programme": "{programme}", "clock": "{clock}", "number": "{number}"])
        ],
        "POST /today/messages": [RouteRow(.caseworkers(303), form: ["message": "00000000A"])],
        "GET /board": [RouteRow(.some(Sight.haveBoard, 303, others: 303))],
        "GET /boards": [RouteRow(.some(Sight.haveBoard, 303, others: 303))],
        "GET /boards/:scheme/:board": Sight.boards.sorted { $0.key < $1.key }.map { board, names in
            RouteRow(.some(names, 200, others: 404), with: board)
        } + [
            RouteRow(
                .mentions(Sight.boards["nottingham/cells"] ?? [], 200), with: "nottingham/cells", query: "done={event}")
        ],
        "GET /boards/:scheme/:board/load": [
            RouteRow(.some(Sight.police, 200, others: 404), with: "nottingham/cells")
        ],
        "POST /boards/:scheme/:board/load": [
            RouteRow(
                .mentions(Sight.police, 200), with: "nottingham/cells", isUpload: true,
                form: ["list": "Custody No,Surname,Forename,DOB\r\n{custody},{family},Robin,{born}\r\n"])
        ],
        "POST /boards/:scheme/:board/load/confirm": [
            RouteRow(
                .loads(303), with: "nottingham/cells", isUpload: true,
                form: [
                    "list": "Custody No,Surname,Forename,DOB\r\n{custody},Unlike,Anybody,01/02/2003\r\n",
                    "line-2": "{person}",
                ])
        ],
        "POST /boards/act": [
            RouteRow(
                .presses(303),
                form: ["board": "nottingham/cells", "act": "seen", "row": "{detention}", "subject": "{person}"])
        ],
        "GET /diary": [RouteRow(.caseworkers(200))],
        "POST /diary/acts": [
            RouteRow(
                .appointment([303, 409]),
                form: ["act": "attended", "appointment": "{appointment}", "person": "{person}", "day": "2024-03-18"])
        ],
        "GET /diary/times": [RouteRow(.some(Sight.keepsDiary, 200, others: 404))],
        "POST /diary/times": [RouteRow(.some(Sight.keepsDiary, 422, others: 404))],
        // What is no time of one's own diary is not there, whoever asks; the diary's own test takes one away.
        "POST /diary/times/taken-away": [RouteRow(.caseworkers(404), form: ["slot": "00000000A"])],
        "GET /referrals": [RouteRow(.caseworkers(200))],
        // Nobody reviews anybody here, so nothing is opened; the tests of breaking the glass open some.
        "GET /break-glass": [RouteRow(.caseworkers(200))],
        "POST /break-glass": [RouteRow(.caseworkers(422), form: ["answered": "yes"])],
        "POST /break-glass/closings": [RouteRow(.caseworkers(404), form: ["break": "00000000A"])],
        "GET /break-glass/reviews": [RouteRow(.acting(404))],
        "POST /break-glass/reviews": [
            RouteRow(.acting(404), form: ["break": "00000000A", "found": "justified", "words": "Example"])
        ],
        "GET /partnership/break-glass": [RouteRow(.administrators(200))],
        "POST /partnership/break-glass": [
            RouteRow(.administrators(404), form: ["agency": "nobody", "worker": "00000000A", "do": "name"])
        ],
        "GET /partnership": [RouteRow(.administrators(200))],
        "GET /partnership/rules": [RouteRow(.administrators(200))],
        "GET /partnership/rules/:scheme/:name": [RouteRow(.administrators(200), with: "core/note")],
        "GET /partnership/agreements": [RouteRow(.administrators(200))],
        "GET /partnership/duty-rota": [RouteRow(.administrators(200))],
        "POST /partnership/duty-rota": [RouteRow(.administrators(422))],
        // What is no shift is gone, and the rota says so; the partnership's own tests end one.
        "POST /partnership/duty-rota/shift-ends": [RouteRow(.administrators(303), form: ["shift": "00000000A"])],
        "GET /partnership/administration": [RouteRow(.administrators(200))],
        "GET /partnership/workers": [RouteRow(.administrators(200))],
        "GET /partnership/workers/new": [RouteRow(.administrators(200))],
        "POST /partnership/workers": [RouteRow(.administrators(422))],
        // Nobody's account, so that no account changes under the cells after it; the workers' own tests change some.
        "GET /partnership/workers/:worker": [RouteRow(.administrators(404), with: "00000000A")],
        "POST /partnership/workers/:worker/roles": [RouteRow(.administrators(404), with: "00000000A")],
        "POST /partnership/workers/:worker/role-ends": [RouteRow(.administrators(404), with: "00000000A")],
        "POST /partnership/workers/:worker/access": [RouteRow(.administrators(404), with: "00000000A")],
        "POST /partnership/workers/:worker/session-ends": [RouteRow(.administrators(404), with: "00000000A")],
        "POST /partnership/workers/:worker/leaving": [RouteRow(.administrators(404), with: "00000000A")],
    ]

    /// People, and one person's pages.
    private static let person: [String: [RouteRow]] = [
        "GET /people": [RouteRow(.caseworkers(200))],
        "POST /people": [
            RouteRow(.mentions(Sight.everybody, 200), form: searched),
            RouteRow(.mentions(Sight.everybody, 200), form: ["number": "{person}"]),
        ],
        "GET /people/new": [RouteRow(.caseworkers(303))],
        "POST /people/new": [RouteRow(.some(Sight.caseworkers, 200, others: 403), form: ["family": "Unlike"])],
        "GET /people/:person": [RouteRow(.person(200)), RouteRow(.person(200), query: "what=core/note")],
        "GET /people/:person/due": [RouteRow(.person(200))],
        "GET /people/:person/sharing": [RouteRow(.person(200))],
        "GET /people/:person/sharing/sheet": [RouteRow(.person(200))],
        "GET /people/:person/sharing/looks/sheet": [RouteRow(.personFor(Sight.keepsNotes, 200))],
        "GET /people/:person/sharing/looks": [RouteRow(.personFor(Sight.keepsNotes, 200))],
        "POST /people/:person/sharing/withdrawals": [
            RouteRow(.withdraws(303), form: ["consent": "{consent}", "recipient": "employment-service"])
        ],
        "GET /people/:person/book": [RouteRow(.records(Sight.books, 200), query: "purpose=key-work")],
        "POST /people/:person/book": [
            RouteRow(.records(Sight.books, 303), form: ["purpose": "key-work", "slot": "{slot}"])
        ],
        "GET /people/:person/bookings/:event": [RouteRow(.appointment([200]), event: .appointment)],
    ]

    private static let searched: KeyValuePairs = [
        "family": "{family}", "born-day": "{born-day}", "born-month": "{born-month}", "born-year": "{born-year}",
    ]

    private static let recording: [String: [RouteRow]] = [
        "GET /people/:person/record": [RouteRow(.person(200))],
        "GET /people/:person/record/:scheme/:type": [
            RouteRow(.records(Sight.keepsNotes, 200), with: "core/note"),
            RouteRow(.records(Sight.caseworkers, 200), with: "core/person-details"),
        ],
        "POST /people/:person/record/:scheme/:type": [
            RouteRow(.records(Sight.keepsNotes, 303), with: "core/note", form: ["a-text": "Written by the matrix."]),
            RouteRow(
                .records(Sight.keepsNotes, 303), with: "core/note", form: ["a-text": "Half a", "do": "later"]),
        ],
        "POST /people/:person/record/:scheme/:type/answer": [
            RouteRow(.records(Sight.keepsNotes, 200), with: "core/note", form: ["a-text": "Half a"])
        ],
        // It takes away what is the worker's alone, and says the same of everybody.
        "POST /people/:person/record/:scheme/:type/discard": [RouteRow(.caseworkers(303), with: "core/note")],
    ]

    /// One event's pages.
    private static let event: [String: [RouteRow]] = [
        "GET /people/:person/events/:event": [RouteRow(.event(200))],
        "GET /people/:person/events/:event/receipt": [RouteRow(.event(200))],
        "GET /people/:person/events/:event/notice": [RouteRow(.notice(200), event: .notice)],
        "GET /people/:person/events/:event/amend": [RouteRow(.corrects(200))],
        "POST /people/:person/events/:event/amend": [
            RouteRow(.corrects(303), form: ["a-text": "Amended.", "a-given-name": "Amended", "reason": "A slip."])
        ],
        "POST /people/:person/events/:event/amend/answer": [RouteRow(.corrects(200))],
        "GET /people/:person/events/:event/withdraw": [RouteRow(.corrects(200))],
        "POST /people/:person/events/:event/withdraw": [RouteRow(.corrects(303), form: ["reason": "A slip."])],
        "GET /people/:person/events/:event/move": [RouteRow(.corrects(200))],
        "POST /people/:person/events/:event/move": [
            RouteRow(.corrects(303), form: ["other": "{spare}", "reason": "A slip."]),
            RouteRow(.receives(303), isInForm: true, form: ["other": "{person}", "reason": "A slip."]),
        ],
    ]
}
