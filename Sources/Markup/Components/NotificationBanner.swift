/// What a notification banner says of itself.
package enum NotificationKind: Sendable {
    case important
    /// Something was done. Read out at once and given the focus.
    case success
}

/// News about the whole service, or that the act just made has worked; one to a page.
package func notificationBanner(_ kind: NotificationKind = .important, heading: String, content: HTML? = nil) -> HTML {
    let isSuccess = kind == .success
    let classes = ClassList("govuk-notification-banner").adding("govuk-notification-banner--success", if: isSuccess)
    return """
        <div\(classes) role="\(isSuccess ? "alert" : "region")" aria-labelledby="govuk-notification-banner-title" \
        data-module="govuk-notification-banner">
        <div class="govuk-notification-banner__header">
        <h2 class="govuk-notification-banner__title" id="govuk-notification-banner-title">\
        \(isSuccess ? "Success" : "Important")</h2>
        </div>
        <div class="govuk-notification-banner__content">
        <p class="govuk-notification-banner__heading">\(heading)</p>
        \(content)</div>
        </div>
        """
}
