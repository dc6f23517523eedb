import Casework
import Domain
import HTTPTypes
import Hummingbird
import Markup

/// What the person agreed to, who can see their record and why, and who has looked.
struct SharingPage {
    let view: SharingView
    let context: SignedInContext
    var problem: String?

    private var person: PersonView { view.person }
    private var words: RecordWords { RecordWords(context) }

    var response: Response {
        let problems = problem.map { [FieldProblem(boxID: nil, message: $0)] } ?? []
        return PersonPage(person: person, part: .sharing, context: context).response(
            title: "Sharing", hasProblems: !problems.isEmpty, status: problems.isEmpty ? .ok : .conflict,
            """
            \(errorSummary(problems))\(done)\(consents)
            \(WhyShown(person: person, words: words).html)
            \(agencies)\(looks)
            """)
    }

    private var done: HTML? {
        guard context.query.line("done") == "withdrawn" else { return nil }
        return notificationBanner(.success, heading: "Taken back. Nothing is shared on the strength of it any more.")
    }

    private var consents: HTML {
        let give: HTML? = person.acts.consent.map {
            linkButton(
                "Record what the person agrees to", href: Href(recording: $0, for: person.subject), style: .secondary)
        }
        return """
            <h2 class="govuk-heading-m">What the person agreed to</h2>
            \(consentTable)\(give)
            <p class="govuk-body">\(link("A sheet for the person", href: "/people/\(person.subject)/sharing/sheet"))</p>
            """
    }

    private var consentTable: HTML {
        guard !view.consents.isEmpty else {
            return "<p class=\"govuk-body\">No consent is recorded that you may see.</p>"
        }
        let words = words
        return table(
            caption: "Consents", captionSize: .small,
            columns: [
                TableColumn("Who may see"), TableColumn("What"), TableColumn("What for"), TableColumn("State"),
                TableColumn("Recorded by"), TableColumn("Take back", isTitleHidden: true),
            ],
            rows: view.consents.map { consent in
                TableRow(
                    [
                        "\(words.agency(consent.recipient))",
                        "\(list(consent.categories.map(words.category)))\(opens(consent))",
                        list(consent.purposes.map(words.purpose)), state(consent),
                        "\(words.worker(consent.by)), \(words.agency(consent.agency))", withdraw(consent),
                    ], state: consent.state == .inForce ? nil : .settled)
            })
    }

    /// What rests on it, where that is our agency's to say.
    private func opens(_ consent: ConsentView) -> HTML? {
        consent.opens.map { opens in
            let words = SharingWords(words: words)
            return "<br><span class=\"tc-why\">\(words.resting(opens, with: consent.recipient))</span>"
        }
    }

    private func list(_ texts: [String]) -> HTML {
        texts.map { "\($0)" as HTML }.joined(separator: "<br>")
    }

    private func state(_ consent: ConsentView) -> HTML {
        let form = consent.isWritten ? "In writing" : "By word of mouth"
        let from = "\(form), from \(London.day(of: consent.from).text)"
        let until = consent.until.map { " until \($0.text)" } ?? ""
        switch consent.state {
        case .inForce: return "\(tag("In force", .green)) \(from)\(until)"
        case .ranOut: return "\(tag("Ran out", .grey)) \(from)\(until)"
        case .renewed(let at): return "\(tag("Given anew", .grey)) \(London.text(at)). \(from)"
        case .withdrawn(let at): return "\(tag("Taken back", .grey)) \(London.text(at)). \(from)"
        }
    }

    private func withdraw(_ consent: ConsentView) -> HTML {
        guard consent.state == .inForce, person.acts.consentWithdrawal != nil else { return "" }
        return postButton(
            "Take back", about: "what \(words.agency(consent.recipient)) may see",
            action: "/people/\(person.subject)/sharing/withdrawals", tokens: context.formTokens(),
            fields: [("consent", consent.event), ("recipient", consent.recipient)], style: .warning, isSmall: true)
    }

    private var agencies: HTML? {
        guard let agencies = view.agencies else { return nil }
        let words = words
        return """
            <h2 class="govuk-heading-m">What each agency can see</h2>
            <p class="govuk-body">Worked out by the same rules that show pages. Of another agency’s records only that
            agency and yours are listed.</p>
            \(table(
                caption: "What each agency can see", captionSize: .small,
                columns: [
                    TableColumn("Who"), TableColumn("What"), TableColumn("Whose record"), TableColumn("Why"),
                    TableColumn("By what power"),
                ], rows: agencies.flatMap { rows($0, words) }))
            """
    }

    /// One row for each reason, with all the parts it shows.
    private func rows(_ sight: AgencySight, _ words: RecordWords) -> [TableRow] {
        var groups: [(part: ShownPart, categories: [String])] = []
        for part in sight.parts {
            if let place = groups.firstIndex(where: { $0.part.owner == part.owner && $0.part.reason == part.reason }) {
                groups[place].categories.append(part.category)
            } else {
                groups.append((part, [part.category]))
            }
        }
        let who = sight.lead.map { "\(words.worker($0)), who leads" } ?? words.role(sight.role)
        return groups.map { group in
            let reason = group.part.reason
            return TableRow([
                "\(words.agency(sight.agency))<br>\(who)", list(group.categories.map(words.category)),
                "\(words.agency(group.part.owner))",
                "\(reason == .ownRecord ? "The agency’s own record" : reason.sentence)", WhyShown.power(reason),
            ])
        }
    }

    private var looks: HTML? {
        guard let looks = view.looks else { return nil }
        return """
            <h2 class="govuk-heading-m">Who has looked</h2>
            \(LooksPage.tables(looks, words))
            <p class="govuk-body">\(link("All who have looked", href: "/people/\(person.subject)/sharing/looks"))</p>
            """
    }
}
