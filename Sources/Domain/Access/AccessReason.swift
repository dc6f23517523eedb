/// Why a row is shown, for the page that shows it and for the ledger.
package enum AccessReason: Equatable, Sendable {
    /// It is a record of the viewer's own agency, in a category their role reads.
    case ownRecord
    /// A permission of a sharing agreement shows it.
    case permission(Permission)
    /// The viewer broke the glass of the record, and it is reviewed.
    case brokenGlass
    /// A part of the system works with it; nobody is shown it.
    case systemWork

    /// A permission, as a page names it.
    package struct Permission: Equatable, Sendable {
        package var id: String
        /// Why it is shown, in the agreement's words.
        package var because: String
        /// The legal power it rests on.
        package var gateway: String
        /// The agreement's title.
        package var agreement: String
        /// Whether it shows nothing without the person's consent.
        package var restsOnConsent: Bool
    }

    /// One sentence for the page.
    package var sentence: String {
        switch self {
        case .ownRecord: "Your agency's own record"
        case .permission(let permission): permission.because
        case .brokenGlass: "You opened this by breaking the glass. It is reviewed."
        case .systemWork: "Worked on by the system"
        }
    }

    /// The legal power, where a permission rests on one.
    package var gateway: String? {
        if case .permission(let permission) = self { permission.gateway } else { nil }
    }

    /// Whether it would be shown no longer if the person took their consent back.
    package var restsOnConsent: Bool {
        if case .permission(let permission) = self { permission.restsOnConsent } else { false }
    }

    /// The title of the agreement, where one permits it.
    package var agreement: String? {
        if case .permission(let permission) = self { permission.agreement } else { nil }
    }
}
