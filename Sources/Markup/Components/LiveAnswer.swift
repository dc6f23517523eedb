/// The place a live form's answer appears in. The fragment the server sends back is another `liveAnswer`.
///
/// - Parameter announcement: the answer in one sentence, read out when it changes.
package func liveAnswer(announcement: String? = nil, content: HTML) -> HTML {
    """
    <div id="live-answer" class="tc-live"\(attribute: "data-announce", announcement)>
    \(content)
    </div>
    """
}
