import Domain

/// Gives everybody their stories: first those who are met by chance, then whoever is met now, then the counted sets.
struct DemoTeller {
    let plan: DemoPlan
    let definitions: Definitions
    let seed: UInt64
    let now: Instant
    let cast: DemoCast
    let book: DemoDiaryBook
    let references: DemoReferences
    private var likenesses: [DemoPerson.Likeness] = []
    private var subjects: [DemoSubject] = []

    init(
        plan: DemoPlan, definitions: Definitions, seed: UInt64, now: Instant, cast: DemoCast, book: DemoDiaryBook,
        references: DemoReferences
    ) {
        self.plan = plan
        self.definitions = definitions
        self.seed = seed
        self.now = now
        self.cast = cast
        self.book = book
        self.references = references
    }

    private var starts: DemoStarts { DemoStarts(definitions: definitions, now: now) }

    /// A story and when it begins for somebody.
    private struct Turn {
        var story: DemoStory
        var start: Instant
    }

    mutating func everybody() -> [DemoSubject] {
        let mains = mainStories()
        let isNow = { (story: DemoStory) in if case .minutesAgo = story.start.when { true } else { false } }
        // Whoever is met now comes last: what the hour decides of them changes nothing for the others.
        for (number, story) in mains.enumerated() where !isNow(story) { live(story, number: number) }
        for (number, set) in plan.countedSets.enumerated() { count(set, number: number) }
        for (number, story) in mains.enumerated() where isNow(story) { live(story, number: number) }
        return subjects
    }

    /// The story each person is there for.
    private func mainStories() -> [DemoStory] {
        var random = SeededRandom(seed: seed, stream: "main stories")
        var mains = plan.stories.flatMap { story in
            if case .people(let count) = story.share { Array(repeating: story, count: count) } else { [DemoStory]() }
        }
        let common = plan.stories.compactMap { story in
            if case .weight(let weight) = story.share { Weighted(weight, story) } else { nil }
        }
        while mains.count < plan.people.count, let story = random.one(of: common) { mains.append(story) }
        return mains
    }

    /// A person with their main story and, often, others around it.
    private mutating func live(_ main: DemoStory, number: Int) {
        var random = stream("person \(number)")
        var turns = [Turn(story: main, start: starts.instant(main.start, &random))]
        let others = plan.stories.compactMap { story -> Weighted<DemoStory>? in
            guard case .weight(let weight) = story.share, story.profile == main.profile else { return nil }
            return Weighted(weight, story)
        }
        for _ in 1..<max(1, random.one(of: plan.people.stories) ?? 1) {
            guard let story = random.one(of: others) else { break }
            turns.append(Turn(story: story, start: starts.instant(story.start, &random)))
        }
        // Somebody who is needed for one story is not carried away by another.
        if case .people = main.share {
            turns = turns.enumerated().filter { $0.offset == 0 || $0.element.start < turns[0].start }.map(\.element)
        }
        turns.sort { ($0.start, $0.story.id) < ($1.start, $1.story.id) }
        tell(turns, main: main, random: &random, set: nil)
    }

    private func stream(_ name: String) -> SeededRandom {
        SeededRandom(seed: seed, stream: name + " " + London.day(of: now).iso)
    }

    private mutating func tell(
        _ turns: [Turn], main: DemoStory, random: inout SeededRandom, set: String?
    ) {
        guard let first = turns.first, let profile = plan.profile(main.profile) else { return }
        let other = random.chance(plan.people.lookAlikePercent) ? random.one(of: likenesses) : nil
        let facts = DemoFacts(names: plan.names, day: London.day(of: first.start)).draw(profile, like: other, &random)
        var person = DemoPerson(id: references.next(&random), random: random, facts: facts)
        var lived: [String] = []
        for turn in turns {
            let rest = person.random.number(in: plan.people.restDays)
            var start = turn.start
            // The stories of a counted set stay in their month; they were dealt out far enough apart.
            if set == nil, let end = person.told.last?.at, end.adding(hours: 24 * rest) > start {
                if case .people = main.share {
                    // The main story stands where it is; the one before it is left out.
                    guard turn.story.id == main.id else { continue }
                    (person.told, person.recorded, lived) = ([], [], [])
                } else {
                    start = end.adding(hours: 24 * rest)
                }
            }
            var telling = StoryTelling(
                person, from: start, definitions: definitions, cast: cast, book: book, references: references)
            telling.tell(turn.story.parts)
            person = telling.person
            lived.append(turn.story.id)
        }
        likenesses.append(person.likeness)
        keep(person, lived, set)
    }

    /// Of what was told, that which has been recorded by now.
    private mutating func keep(_ person: DemoPerson, _ stories: [String], _ set: String?) {
        let events = person.told.filter { $0.event.recorded <= now && $0.at <= now }.map(\.event)
        guard let first = events.first else { return }
        subjects.append(
            DemoSubject(
                id: person.id, agency: first.agency, madeAt: first.recorded, stories: stories, countedSet: set,
                events: events))
    }
}

extension DemoTeller {
    /// Somebody of a counted set keeps this many days between two of their stories, so that one is over before the next.
    private static let daysApart = 60

    /// The people of a counted set: the stories of each month are dealt out, some people taking more than one.
    private mutating func count(_ set: DemoCountedSet, number: Int) {
        var random = SeededRandom(seed: seed, stream: "counted set \(number)")
        var turns: [Turn] = []
        for month in set.months {
            for place in 0..<month.all {
                let id = random.one(of: place < month.ofWhich ? set.ofWhich : set.others) ?? ""
                guard let story = plan.story(id) else { continue }
                let start = starts.instant(story.start, month: month.first, &random)
                turns.append(Turn(story: story, start: start))
            }
        }
        turns = random.shuffled(turns)
        let people = max(1, turns.count * 100 / set.storiesPerHundred)
        var lives: [[Turn]] = turns.prefix(people).map { [$0] }
        for turn in turns.dropFirst(people) {
            let fitting = (0..<50).lazy.map { _ in random.number(in: 0...people - 1) }.first { place in
                lives[place].allSatisfy { other in
                    abs(other.start.milliseconds(until: turn.start)) > Int64(Self.daysApart) * 86_400_000
                        && other.story.profile == turn.story.profile
                }
            }
            if let fitting { lives[fitting].append(turn) } else { lives.append([turn]) }
        }
        for (place, life) in lives.enumerated() {
            var random = SeededRandom(seed: seed, stream: "counted set \(number) person \(place)")
            let life = life.sorted { ($0.start, $0.story.id) < ($1.start, $1.story.id) }
            tell(life, main: life[0].story, random: &random, set: set.title)
        }
    }
}
