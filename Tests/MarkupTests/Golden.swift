import Markup
import Testing

/// One state of one component, whose markup is kept in `Goldens/<name>.html`.
struct Golden: CustomTestStringConvertible, Sendable {
    let name: String
    let markup: HTML

    init(_ name: String, _ markup: HTML) {
        self.name = name
        self.markup = markup
    }

    var testDescription: String { name }

    static let all = controls + choices + buttons + content + lists + records + charts + pages
}

/// Text with every byte that could break out of its place.
let awkward = "O'Hara & <Sons> \"Ltd\""
