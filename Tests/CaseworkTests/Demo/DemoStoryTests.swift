import Domain
import Testing

@testable import Casework

/// The stories that people of the demonstration live through.
struct DemoStoryTests {
    @Test("Nothing in the whole demonstration would be refused by a form")
    func nothingRefused() {
        let clock = ContinuousClock()
        let start = clock.now
        let history = DemoStage.history()
        print("drafts", clock.now - start, history.subjects.count, history.subjects.reduce(0) { $0 + $1.events.count })
        let definitions = DemoStage.shipped.definitions
        var problems: [String: Int] = [:]
        var stories: [String: Int] = [:]
        for subject in history.subjects {
            for story in subject.stories { stories[story, default: 0] += 1 }
            for problem in FinishedSubject(subject, definitions: definitions, now: history.now).problems {
                problems[subject.stories.joined(separator: ",") + ": " + problem, default: 0] += 1
            }
        }
        print("finished", clock.now - start)
        print(stories.sorted { $0.key < $1.key })
        #expect(problems == [:])
    }
}
