/// The banner at the head of a person's pages: who it is, what must be known before a call or a visit, and who leads.
///
/// - Parameters:
///   - name: the name they go by.
///   - identity: age, reference and the like, in one line.
///   - alerts: what bears on safety; tags or badges.
///   - facts: the rest ("Lead worker", "Next hearing"), each short.
///   - actions: links or buttons.
package func personBanner(
    name: String, identity: String, alerts: [HTML] = [], facts: [SummaryRow] = [], actions: HTML? = nil
) -> HTML {
    let alertItems: [HTML] = alerts.map { "<li>\($0)</li>" }
    let alertList: HTML? = alerts.isEmpty ? nil : "<ul class=\"tc-person__alerts\">\(alertItems)</ul>\n"
    let factItems: [HTML] = facts.map { "<div><dt>\($0.key)</dt><dd>\($0.value)</dd></div>\n" }
    let factList: HTML? = facts.isEmpty ? nil : "<dl class=\"tc-person__facts\">\n\(factItems)</dl>\n"
    return """
        <section class="tc-person" aria-label="\(name)">
        <div class="tc-person__head">
        <p class="tc-person__name">\(name)</p>
        <p class="tc-person__identity">\(identity)</p>
        \(actions.map { "<div class=\"tc-person__actions\">\($0)</div>\n" as HTML })</div>
        \(alertList)\(factList)</section>
        """
}
