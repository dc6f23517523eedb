/// What must not be missed before going on, such as a penalty or a legal limit.
package func warningText(_ content: HTML) -> HTML {
    """
    <div class="govuk-warning-text">
    <span class="govuk-warning-text__icon" aria-hidden="true">!</span>
    <strong class="govuk-warning-text__text"><span class="govuk-visually-hidden">Warning</span> \(content)</strong>
    </div>
    """
}
