/// The names of people who do not exist.
package struct DemoNames: Sendable {
    package var family: [String]
    /// By the code of the sex they go with, in the order of the file.
    package var given: [(sex: String, names: [String])]

    package init(family: [String], given: [(sex: String, names: [String])]) {
        self.family = family
        self.given = given
    }
}

/// What sort of person a story is about: the facts that identification records state of them.
package struct DemoProfile: Sendable {
    package var id: String
    package var facts: [(fact: PersonFact, value: DemoFact)]

    package init(id: String, facts: [(fact: PersonFact, value: DemoFact)]) {
        self.id = id
        self.facts = facts
    }
}

/// Where a fact about a made-up person comes from. Drawn once for each person and kept.
package enum DemoFact: Sendable {
    /// A family or given name, as the field is; for a sex, its code is drawn with the other answers.
    case name
    /// Another name of the person's own kind, given and family.
    case otherName
    /// A day of birth that makes them so many years old on the day of the story.
    case age(ClosedRange<Int>)
    /// A number of the field's own kind that passes its check.
    case identifier
    case answer(DemoValue)
}

/// How many people live in the demonstration and how often each is met.
package struct DemoPopulation: Sendable {
    package var count: Int
    /// How many stories a person lives through.
    package var stories: [Weighted<Int>]
    /// Of a hundred people, how many have a second record that looks like another's: a swapped birthday, a misspelt name.
    package var lookAlikePercent: Int
    /// The least number of days between two stories of one person.
    package var restDays: ClosedRange<Int>

    package init(count: Int, stories: [Weighted<Int>], lookAlikePercent: Int, restDays: ClosedRange<Int>) {
        self.count = count
        self.stories = stories
        self.lookAlikePercent = lookAlikePercent
        self.restDays = restDays
    }
}

/// An older set whose numbers by month are given.
package struct DemoCountedSet: Sendable {
    package var title: String
    package var source: String
    /// Stories to each hundred people.
    package var storiesPerHundred: Int
    package var months: [Month]
    /// The stories that are counted apart.
    package var ofWhich: [Weighted<String>]
    /// The stories of all the others.
    package var others: [Weighted<String>]

    package struct Month: Sendable, Hashable {
        package var first: Day
        package var all: Int
        package var ofWhich: Int

        package init(first: Day, all: Int, ofWhich: Int) {
            self.first = first
            self.all = all
            self.ofWhich = ofWhich
        }
    }

    package init(
        title: String, source: String, storiesPerHundred: Int, months: [Month], ofWhich: [Weighted<String>],
        others: [Weighted<String>]
    ) {
        self.title = title
        self.source = source
        self.storiesPerHundred = storiesPerHundred
        self.months = months
        self.ofWhich = ofWhich
        self.others = others
    }
}
