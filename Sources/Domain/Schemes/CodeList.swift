/// A list of codes with the days on which each was in force.
package struct CodeList: Hashable, Sendable {
    package var id: String
    package var title: String
    package var source: String
    package var entries: [Entry]

    package init(id: String, title: String, source: String = "", entries: [Entry]) {
        self.id = id
        self.title = title
        self.source = source
        self.entries = entries
    }

    package struct Entry: Hashable, Sendable {
        package var option: Option
        package var from: Day?
        package var until: Day?

        package init(option: Option, from: Day? = nil, until: Day? = nil) {
            self.option = option
            self.from = from
            self.until = until
        }

        package func isInForce(on day: Day) -> Bool {
            if let from, day < from { return false }
            if let until, day > until { return false }
            return true
        }
    }

    /// The options of the day: those of the judged event's day apply.
    package func options(on day: Day) -> [Option] {
        entries.filter { $0.isInForce(on: day) }.map(\.option)
    }

    package func contains(_ code: String, on day: Day) -> Bool {
        entries.contains { $0.option.code == code && $0.isInForce(on: day) }
    }

    /// The title of a code, whenever it was in force; the code itself when the list never had it.
    package func title(of code: String) -> String {
        entries.first { $0.option.code == code }?.option.title ?? code
    }
}
