/// A whole page.
///
/// - Parameters:
///   - banner: full width under the navigation, for `identityBar` or `personBanner`.
///   - before: above the main content: back link or breadcrumbs, and navigation that the skip link jumps over.
///   - content: the main content, which starts with its heading.
package func page(_ frame: PageFrame, banner: HTML? = nil, before: HTML? = nil, content: HTML) -> HTML {
    let isSensitive = frame.marking == .officialSensitive
    let body = ClassList("govuk-template__body").adding("tc-official-sensitive", if: isSensitive)
    let width = ClassList("govuk-width-container").adding("tc-wide", if: frame.isWide)
    return """
        <!DOCTYPE html>
        <html lang="en" class="govuk-template">
        <head>
        <meta charset="utf-8">
        <title>\(frame.hasProblems ? "Error: " : "")\(frame.title) – \(frame.service)</title>
        <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover">
        <link rel="icon" href="/assets/icon.svg" type="image/svg+xml">
        <link rel="stylesheet" href="/assets/govuk-moj.css">
        <link rel="stylesheet" href="/assets/app.css">
        </head>
        <body\(body)>
        <script src="/assets/js-enabled.js"></script>
        <a href="#main-content" class="govuk-skip-link" data-module="govuk-skip-link">Skip to main content</a>
        \(pageHeader(frame))\(banner.map { "<div\(width)>\n\($0)\n</div>\n" as HTML })<div\(width)>
        \(before)
        <main class="govuk-main-wrapper" id="main-content">
        \(content)
        </main>
        </div>
        \(pageFooter(frame))<script type="module" src="/assets/govuk-moj.js"></script>
        <script type="module" src="/assets/app.js"></script>
        </body>
        </html>

        """
}
