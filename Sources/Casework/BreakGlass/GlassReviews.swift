package import Domain
import Ledger
import Store

/// What was opened by breaking the glass, as those see it who review it: by reference, never by name.
package struct GlassReviewsView: Sendable {
    package var waiting: [Line]
    /// The newest first.
    package var reviewed: [Line]
    /// How often each worker has broken the glass in the last year, the most first.
    package var counts: [Count]
    package var asOf: Instant

    package struct Line: Sendable, Hashable {
        package var glass: GlassBreak
        /// How many entries the ledger has of what the worker saw or did of the record meanwhile.
        package var looks: Int
        /// Whether this reviewer may review it: nobody reviews what they opened themselves.
        package var mayReview: Bool
        package var isLate: Bool
    }

    package struct Count: Sendable, Hashable {
        package var worker: String
        package var agency: String
        package var times: Int
        package var notJustified: Int
    }
}

/// Opens what somebody is to review.
package struct OpenGlassReviews: Sendable {
    let world: World

    package init(_ world: World) {
        self.world = world
    }

    private static let reviewed = 50

    /// - Throws: `Missing` for whoever reviews nobody.
    package func callAsFunction(by viewer: Viewer) async throws -> GlassReviewsView {
        let now = world.now()
        let view = try await world.database.read { connection -> GlassReviewsView? in
            let agencies = try GlassRows.reviewed(by: viewer.worker, on: connection)
            guard !agencies.isEmpty else { return nil }
            let line = { (glass: GlassBreak) in
                GlassReviewsView.Line(
                    glass: glass,
                    looks: try Self.looks(glass, on: connection),
                    mayReview: glass.worker != viewer.worker && glass.review == nil,
                    isLate: glass.review == nil && glass.reviewDueAt < now)
            }
            let year = now.adding(hours: -24 * 365)
            return GlassReviewsView(
                waiting: try agencies.flatMap { try GlassRows.toReview(agency: $0, on: connection).map(line) },
                reviewed: try agencies.flatMap {
                    try GlassRows.reviewed(agency: $0, limit: Self.reviewed, on: connection).map(line)
                },
                counts: try agencies.flatMap { agency in
                    try GlassRows.counts(agency: agency, since: year, on: connection).map {
                        GlassReviewsView.Count(
                            worker: $0.worker, agency: agency, times: $0.count, notJustified: $0.notJustified)
                    }
                }, asOf: now)
        }
        guard let view else { try await world.refuse("break-glass-reviews", by: viewer) }
        try await world.keepLook(
            "break-glass-reviews", kind: .ledgerRead,
            subjects: Array(Set(view.waiting.map(\.glass.subject) + view.reviewed.map(\.glass.subject))).sorted(),
            by: viewer)
        return view
    }

    private static func looks(_ glass: GlassBreak, on connection: Connection) throws -> Int {
        let end = glass.endedAt ?? glass.until
        let entries = try LedgerRowReading.entries(about: glass.subject, limit: reach, on: connection).compactMap {
            LedgerEntry(canonical: Array($0.line.utf8))
        }
        return entries.count { entry in
            let at = Instant(milliseconds: entry.at)
            return entry.actor == glass.worker && entry.kind != .breakGlass && glass.brokenAt <= at && at <= end
        }
    }

    /// How far back in a record's entries is looked.
    private static let reach = 5_000

    /// How many wait for a worker to review them; told on Today.
    static func waiting(for worker: String, on connection: Connection) throws -> Int {
        try GlassRows.reviewed(by: worker, on: connection).reduce(0) { count, agency in
            try count + GlassRows.toReview(agency: agency, on: connection).count { $0.worker != worker }
        }
    }
}

/// Closes a review.
package struct ReviewGlass: Sendable {
    let world: World

    package init(_ world: World) {
        self.world = world
    }

    package enum Refusal: Error, Sendable, Hashable {
        case wordsMissing
        /// Somebody has reviewed it already.
        case reviewedBefore
    }

    /// - Parameter words: what was found; they are kept and shown to administrators of the agency's reviews only.
    /// - Throws: `Missing` where the viewer does not review it, or opened it themselves; `Refusal`; or a fault.
    package func callAsFunction(
        _ id: String, outcome: GlassBreak.Outcome, words: String, by viewer: Viewer
    ) async throws {
        let words = words.trimmed
        guard !words.isEmpty else { throw Refusal.wordsMissing }
        let (now, salt) = (world.now(), world.newSalt())
        try await world.database.write { connection in
            guard let glass = try GlassRows.glass(id, on: connection), glass.worker != viewer.worker,
                try GlassRows.reviewers(of: glass.agency, on: connection).contains(viewer.worker)
            else { throw Missing() }
            let review = GlassBreak.Review(at: now, by: viewer.worker, outcome: outcome, words: words)
            guard try GlassRows.keep(review, of: id, on: connection) else { throw Refusal.reviewedBefore }
            let note = LedgerKeeping.Note(
                kind: .breakGlass, outcome: "reviewed",
                content: [("break", .string(id)), ("found", .string(outcome.rawValue))], subjects: [glass.subject])
            try LedgerKeeping.append(note, by: viewer, at: now, salt: salt, on: connection)
        }
    }
}

/// Names who reviews what an agency's workers open by breaking the glass, or names them no longer.
package struct NameGlassReviewer: Sendable {
    let world: World

    package init(_ world: World) {
        self.world = world
    }

    package func callAsFunction(
        _ worker: String, of agency: String, isReviewer: Bool, by viewer: Viewer
    ) async throws {
        let rules = world.rules.current
        guard rules.directory.agencies[agency] != nil else { throw Missing() }
        try await WorkerAct(world: world, changesDirectory: false)(
            isReviewer ? "glass-reviewer-named" : "glass-reviewer-dismissed", about: worker, key: nil, by: viewer
        ) { _, now, connection in
            if isReviewer {
                try GlassRows.name(worker, reviewerOf: agency, at: now, on: connection)
            } else {
                try GlassRows.dismiss(worker, reviewerOf: agency, on: connection)
            }
            return [("agency", .string(agency))]
        }
    }
}

/// Who reviews what each agency's workers open, and who could.
package struct GlassReviewersView: Sendable {
    package var agencies: [Part]
    /// Whether the administrator who looks is a reviewer too.
    package var reviewsThemselves: Bool

    package struct Part: Sendable {
        package var id: String
        package var title: String
        package var reviewers: [Name]
        package var candidates: [Name]
    }

    package struct Name: Sendable, Hashable {
        package var id: String
        package var name: String
    }
}

/// Opens who reviews what.
package struct OpenGlassReviewers: Sendable {
    let world: World

    package init(_ world: World) {
        self.world = world
    }

    package func callAsFunction(by viewer: Viewer) async throws -> GlassReviewersView {
        let (rules, today) = (world.rules.current, London.day(of: world.now()))
        try PartnershipRights(rules: rules).check(viewer)
        let directory = rules.directory
        // Any worker of the partnership may review: of a small agency it is somebody at another.
        let there = directory.workers.values.filter { $0.maySignIn(on: today) }.sorted {
            ($0.name, $0.id) < ($1.name, $1.id)
        }
        let agencies = directory.agencies.values.sorted { ($0.title, $0.id) < ($1.title, $1.id) }
        let view = try await world.database.read { connection in
            GlassReviewersView(
                agencies: try agencies.map { agency in
                    let named = try GlassRows.reviewers(of: agency.id, on: connection)
                    let name = { (id: String) in GlassReviewersView.Name(id: id, name: directory.workerName(id)) }
                    return GlassReviewersView.Part(
                        id: agency.id, title: agency.title, reviewers: named.map(name),
                        candidates: there.map(\.id).filter { !named.contains($0) }.map(name))
                },
                reviewsThemselves: try !GlassRows.reviewed(by: viewer.worker, on: connection).isEmpty)
        }
        try await world.keepPartnershipLook("break-glass", by: viewer)
        return view
    }
}
