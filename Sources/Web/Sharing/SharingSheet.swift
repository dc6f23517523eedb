import Casework
import Domain
import Hummingbird
import Markup

/// On one sheet for the person: what they agreed to, what they took back, and what is seen without being asked, by what law.
struct SharingSheet {
    let view: SharingView
    let context: SignedInContext

    private var words: RecordWords { RecordWords(context) }

    var response: Response {
        let person = view.person
        let frame = PageFrame(title: "What I have agreed to share", partnership: context.site.partnership.title)
        return .page(
            page(
                frame, before: backLink("The record", href: "/people/\(person.subject)/sharing"),
                content: """
                    <div class="govuk-!-display-none-print">
                    <p class="govuk-body">For the person to read and keep. \(printButton("Print it"))</p>
                    <noscript><p class="govuk-body">To print it, use your browser's own Print.</p></noscript>
                    </div>
                    <h1 class="govuk-heading-l">What I have agreed to share</h1>
                    <p class="govuk-body">\(person.identity.full), as it was on \(London.text(person.asOf)).</p>
                    \(agreed)\(ended)\(law)
                    <h2 class="govuk-heading-m">You can change your mind</h2>
                    <p class="govuk-body">You may take back what you agreed to at any time, all of it or a part, by telling any
                    worker. From that moment nobody sees more on the strength of it, and those who could are told at once to
                    stop. What was seen before cannot be unseen. It makes no difference to the help you get.</p>
                    <p class="govuk-body">You may ask who has looked at your record, and for a copy of it.</p>
                    """))
    }

    private var agreed: HTML {
        let inForce = view.consents.filter { $0.state == .inForce }
        guard !inForce.isEmpty else {
            return "<p class=\"govuk-body\">You have agreed to nothing that is in force now.</p>"
        }
        return """
            <h2 class="govuk-heading-m">You have agreed that</h2>
            <ul class="govuk-list govuk-list--bullet">\(inForce.map(sentence))</ul>
            """
    }

    private func sentence(_ consent: ConsentView) -> HTML {
        let until = consent.until.map { ", until \($0.text)" } ?? ""
        return """
            <li>\(words.agency(consent.recipient)) may see: \(list(consent.categories.map(words.category))). For: \
            \(list(consent.purposes.map(words.purpose))). You agreed on \(London.day(of: consent.from).text)\
            \(consent.isWritten ? ", in writing" : "")\(until).</li>
            """
    }

    private var ended: HTML? {
        let over: [HTML] = view.consents.compactMap { consent in
            let what = "\(words.agency(consent.recipient)): \(list(consent.categories.map(words.category)))"
            switch consent.state {
            case .inForce, .renewed: return nil
            case .withdrawn(let at): return "<li>\(what). You took it back on \(London.text(at)).</li>"
            case .ranOut: return "<li>\(what). It ran out on \(consent.until?.text ?? "").</li>"
            }
        }
        guard !over.isEmpty else { return nil }
        return """
            <h2 class="govuk-heading-m">No longer</h2>
            <ul class="govuk-list govuk-list--bullet">\(over)</ul>
            """
    }

    /// What rests on something else than the person's word, which withdrawing it does not end.
    private var law: HTML? {
        let lines: [HTML] = (view.agencies ?? []).flatMap { sight -> [HTML] in
            let parts = sight.parts.filter { $0.reason != .ownRecord && !$0.reason.restsOnConsent }
            guard !parts.isEmpty else { return [] }
            var gateways: [String] = []
            for gateway in parts.compactMap(\.reason.gateway) where !gateways.contains(gateway) {
                gateways.append(gateway)
            }
            return [
                """
                <li>\(words.agency(sight.agency)), \(words.role(sight.role)): \
                \(list(parts.map { words.category($0.category) }.unique)). The law: \(gateways.joined(separator: "; ")).</li>
                """
            ]
        }
        guard !lines.isEmpty else { return nil }
        return """
            <h2 class="govuk-heading-m">What is seen without asking you</h2>
            <p class="govuk-body">Taking back what you agreed to does not end this. Each agency also keeps its own record for
            as long as the law says.</p>
            <ul class="govuk-list govuk-list--bullet">\(lines)</ul>
            """
    }

    private func list(_ texts: [String]) -> String { texts.joined(separator: "; ") }
}

/// On one sheet for the person: who has looked at their record, by agency and role.
struct LooksSheet {
    let view: WhoHasLooked.View
    let context: SignedInContext

    var response: Response {
        let (person, words) = (view.person, RecordWords(context))
        let frame = PageFrame(title: "Who has looked at my record", partnership: context.site.partnership.title)
        let rows = view.looks.filter { !$0.isListing }.map { look in
            TableRow([
                "\(London.text(look.at))", "\(look.agency.isEmpty ? "The system" : words.agency(look.agency))",
                "\(look.role.isEmpty ? "" : words.role(look.role))", "\(look.what)",
            ])
        }
        return .page(
            page(
                frame, before: backLink("The record", href: "/people/\(person.subject)/sharing/looks"),
                content: """
                    <div class="govuk-!-display-none-print">
                    <p class="govuk-body">For the person to read and keep. \(printButton("Print it"))</p>
                    <noscript><p class="govuk-body">To print it, use your browser's own Print.</p></noscript>
                    </div>
                    <h1 class="govuk-heading-l">Who has looked at my record</h1>
                    <p class="govuk-body">\(person.identity.full), as it was on \(London.text(person.asOf)). Each look is kept in a
                    ledger that nobody can change. Names of workers are given by their agency, if you ask.</p>
                    \(rows.isEmpty
                        ? "<p class=\"govuk-body\">Nobody.</p>"
                        : table(
                            caption: "Looks", isCaptionHidden: true,
                            columns: [TableColumn("When"), TableColumn("Agency"), TableColumn("Role"), TableColumn("What")],
                            rows: rows))
                    """))
    }
}

extension [String] {
    /// Each once, in order.
    fileprivate var unique: [String] {
        var seen: Set<String> = []
        return filter { seen.insert($0).inserted }
    }
}
