/// Who this page is about, in one line above its navigation, with the acts that fit any of its pages.
package func identityBar(label: String, title: HTML, actions: HTML? = nil) -> HTML {
    let actions: HTML? = actions.map {
        "<div class=\"moj-identity-bar__actions\"><div class=\"moj-identity-bar__menu\">\($0)</div></div>\n"
    }
    return """
        <aside class="moj-identity-bar" aria-label="\(label)">
        <div class="moj-identity-bar__container">
        <div class="moj-identity-bar__details"><span class="moj-identity-bar__title">\(title)</span></div>
        \(actions)</div>
        </aside>
        """
}
