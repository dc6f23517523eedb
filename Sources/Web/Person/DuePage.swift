import Casework
import Domain
import Hummingbird
import Markup

/// Every deadline of a person: when, in what state, why, on what authority and whose duty.
struct DuePage {
    let view: DueView
    let context: SignedInContext

    private var person: PersonView { view.person }

    var response: Response {
        PersonPage(person: person, part: .due, context: context).response(
            title: "What’s due", "\(outstanding)\(provisional)\(settled)")
    }

    private var outstanding: HTML {
        guard !view.outstanding.isEmpty else { return "<p class=\"govuk-body\">Nothing is due that you may see.</p>" }
        return table("To be done", view.outstanding)
    }

    private var settled: HTML? {
        view.settled.isEmpty ? nil : details("Met, or no longer due", content: table("Settled", view.settled))
    }

    private func table(_ caption: String, _ deadlines: [DueLine]) -> HTML {
        Markup.table(
            caption: caption,
            columns: [
                TableColumn("What"), TableColumn("When"), TableColumn("Why"), TableColumn("Whose duty"),
                TableColumn("On what authority"),
            ],
            rows: deadlines.map { deadline in
                let state = DueWords(deadline)
                return TableRow(
                    [
                        "\(deadline.title)\(Self.run(deadline))", state.mark, "\(deadline.because)",
                        "\(deadline.isPersonsDuty ? "The person’s" : deadline.duty)",
                        "\(Self.basis(deadline.basis))\(Self.source(deadline.source))",
                    ], state: state.row)
            })
    }

    private static func source(_ source: String) -> HTML? {
        let words = SourceWords(source).text
        return words.isEmpty ? nil : "<br>\(words)"
    }

    private static func run(_ deadline: DueLine) -> HTML? {
        deadline.ofInARow.map { "<br>\(deadline.inARow ?? 0) of \($0) in a row" }
    }

    /// On what authority, in words. Local practice warns and never voids a legal duty.
    static func basis(_ basis: ClockRule.Basis) -> String {
        switch basis {
        case .statute: "The law"
        case .guidance: "Guidance"
        case .local: "Local practice"
        }
    }

    private var provisional: HTML? {
        guard (view.outstanding + view.settled).contains(where: \.isProvisional) else { return nil }
        return insetText(
            """
            * This day counts a bank holiday that was worked out from the law and is not yet proclaimed. It may move by a day.
            """)
    }
}
