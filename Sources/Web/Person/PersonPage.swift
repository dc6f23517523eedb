import Casework
import Domain
import HTTPTypes
import Hummingbird
import Markup

/// The parts of a person's page.
enum PersonPart: CaseIterable {
    case timeline, due, sharing

    var title: String {
        switch self {
        case .timeline: "Timeline"
        case .due: "What’s due"
        case .sharing: "Sharing"
        }
    }

    func href(_ person: PersonIdentity) -> Href {
        switch self {
        case .timeline: person.href
        case .due: "/people/\(person.subject)/due"
        case .sharing: "/people/\(person.subject)/sharing"
        }
    }
}

/// What stands around each part of a person's page: banner, parts, and what the role may do.
struct PersonPage {
    let person: PersonView
    let part: PersonPart
    let context: SignedInContext

    /// - Parameter title: the part's heading; the person's name is added to it in the browser's tab.
    func response(
        title: String, hasProblems: Bool = false, status: HTTPResponse.Status = .ok, _ content: HTML
    ) -> Response {
        SignedInPage("\(title): \(person.identity.full)", at: .people, hasProblems: hasProblems, context).response(
            status: status, banner: PersonHead(person: person, words: RecordWords(context)).html, before: navigation,
            """
            \(person.glass.map { GlassBanner(glass: $0, context: context).html })\
            \(pageHeaderActions(title, actions: actions))
            \(content)
            """)
    }

    private var navigation: HTML {
        subNavigation(
            label: "Parts of the record",
            PersonPart.allCases.map { NavigationItem($0.title, href: $0.href(person.identity), isCurrent: $0 == part) })
    }

    private var actions: HTML {
        let subject = person.subject
        let refer: HTML? = person.acts.referral.map {
            linkButton("Refer", href: Href(recording: $0, for: subject), style: .secondary)
        }
        let book: HTML? =
            person.acts.appointment == nil
            ? nil : linkButton("Book", href: "/people/\(subject)/book", style: .secondary)
        let record = linkButton("Record something", href: "/people/\(subject)/record")
        return "\(record)\(refer)\(book)\(printButton("Print"))"
    }
}
