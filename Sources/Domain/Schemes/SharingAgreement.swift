/// A signed agreement between agencies and what it permits.
package struct SharingAgreement: Hashable, Sendable {
    package var id: String
    package var title: String
    package var source: String
    package var parties: [String]
    package var purposes: [String]
    package var from: Day?
    package var until: Day?
    package var permissions: [Permission]

    package init(
        id: String, title: String, source: String = "", parties: [String] = [], purposes: [String] = [],
        from: Day? = nil, until: Day? = nil, permissions: [Permission] = []
    ) {
        self.id = id
        self.title = title
        self.source = source
        self.parties = parties
        self.purposes = purposes
        self.from = from
        self.until = until
        self.permissions = permissions
    }

    /// One permission: recipient × category × purpose × condition, and the legal power it rests on.
    package struct Permission: Hashable, Sendable {
        package var id: String
        /// Roles of the recipient; empty means any role of the agencies.
        package var roles: [String]
        package var agencies: [String]
        package var categories: [String]
        /// Only what these agencies own; empty means any owner.
        package var owners: [String]
        /// Only these record types; empty means any.
        package var types: [String]
        package var purposes: [String]
        package var conditions: [Condition]
        package var gateway: String
        /// The sentence a page shows for why it is shown.
        package var because: String
        package var source: String

        package init(
            id: String, roles: [String] = [], agencies: [String] = [], categories: [String], owners: [String] = [],
            types: [String] = [], purposes: [String] = [], conditions: [Condition], gateway: String, because: String,
            source: String = ""
        ) {
            self.id = id
            self.roles = roles
            self.agencies = agencies
            self.categories = categories
            self.owners = owners
            self.types = types
            self.purposes = purposes
            self.conditions = conditions
            self.gateway = gateway
            self.because = because
            self.source = source
        }
    }

    /// What must hold between the recipient and the person; all of a permission's conditions must.
    package enum Condition: Hashable, Sendable {
        /// The person has an open enrolment in one of these programmes.
        case enrolled([String])
        /// The person has an open enrolment in one of these programmes that the recipient agency owns or leads.
        case enrolledHere([String])
        /// The recipient agency has a referral for the person that is open.
        case openReferral
        /// The recipient agency was told something of the person, and that was written down.
        case told
        /// The person consents to this recipient, category and purpose.
        case consent
        /// Written consent under Drugs Act 2005 s.15 to this recipient.
        case writtenConsent
        /// The recipient worker leads, or is on duty for, the person.
        case leads
    }
}
