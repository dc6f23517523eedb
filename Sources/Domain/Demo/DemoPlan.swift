/// A demonstration partnership as its files describe it: who is in it, and the stories its people live through.
///
/// Everything is a list in the order of the files, so that the same plan, seed and day give the same people.
package struct DemoPlan: Sendable {
    /// What the head of each page calls it.
    package var title: String
    package var agencies: [DemoAgency]
    package var venues: [DemoVenue]
    package var workers: [DemoWorker]
    package var rotas: [DemoRota]
    package var diary: [DemoDiary]
    /// By name, who acts in a story: the worker on a rota, or one of a role.
    package var cast: [DemoPart]
    package var names: DemoNames
    package var profiles: [DemoProfile]
    package var stories: [DemoStory]
    package var people: DemoPopulation
    package var countedSets: [DemoCountedSet]

    package init(
        title: String, agencies: [DemoAgency], venues: [DemoVenue], workers: [DemoWorker], rotas: [DemoRota],
        diary: [DemoDiary], cast: [DemoPart], names: DemoNames, profiles: [DemoProfile],
        stories: [DemoStory], people: DemoPopulation, countedSets: [DemoCountedSet]
    ) {
        self.title = title
        self.agencies = agencies
        self.venues = venues
        self.workers = workers
        self.rotas = rotas
        self.diary = diary
        self.cast = cast
        self.names = names
        self.profiles = profiles
        self.stories = stories
        self.people = people
        self.countedSets = countedSets
    }

    package func story(_ id: String) -> DemoStory? { stories.first { $0.id == id } }
    package func profile(_ id: String) -> DemoProfile? { profiles.first { $0.id == id } }
    package func worker(_ signInName: String) -> DemoWorker? { workers.first { $0.signInName == signInName } }
}

/// One thing and how often it is drawn compared with its neighbours.
package struct Weighted<Value: Sendable>: Sendable {
    /// At least 1.
    package var weight: Int
    package var value: Value

    package init(_ weight: Int, _ value: Value) {
        self.weight = weight
        self.value = value
    }
}
