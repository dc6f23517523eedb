/// The words above one box, tied to it by `id`.
package func label(
    _ text: String, for id: String, size: Size? = nil, isPageHeading: Bool = false, classes extra: String? = nil
) -> HTML {
    let classes = ClassList("govuk-label").adding(size.map { "govuk-label--\($0.rawValue)" }).adding(extra)
    let label: HTML = "<label\(classes) for=\"\(id)\">\(text)</label>"
    return isPageHeading ? "<h1 class=\"govuk-label-wrapper\">\(label)</h1>" : label
}
