/// Lets something wider than the screen scroll by itself, by keyboard too, in place of the whole page.
package func scrollablePane(label: String, content: HTML) -> HTML {
    """
    <div class="moj-scrollable-pane" tabindex="0" role="region" aria-label="\(label)">
    \(content)
    </div>
    """
}
