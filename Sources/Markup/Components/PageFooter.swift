/// The foot of a page. The way to help stands in the same place on every page (WCAG 2.2, 3.2.6).
func pageFooter(_ frame: PageFrame) -> HTML {
    """
    <footer class="govuk-footer">
    <div class="govuk-width-container">
    <ul class="govuk-footer__inline-list">
    <li class="govuk-footer__inline-list-item"><a class="govuk-footer__link" href="\(frame.help)">Help</a></li>
    <li class="govuk-footer__inline-list-item">\
    <a class="govuk-footer__link" href="/accessibility">Accessibility</a></li>
    <li class="govuk-footer__inline-list-item"><a class="govuk-footer__link" href="/privacy">Privacy</a></li>
    </ul>
    </div>
    </footer>

    """
}
