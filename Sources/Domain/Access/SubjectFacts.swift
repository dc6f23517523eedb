/// What the policy knows of one subject: everything a permission may depend on, and what bars.
package struct SubjectFacts: Hashable, Sendable {
    /// The enrolments that have not ended.
    package var enrolments: [Enrolment]
    /// The agencies asked to act by a referral that is sent or accepted.
    package var openReferrals: Set<ByteText>
    /// The consents that were not withdrawn, also those that have run out or not begun.
    package var consents: [Consent]
    /// The workers who may never see this subject.
    package var barredWorkers: Set<ByteText>
    /// The only workers who may see a restricted subject; nil where the subject is not restricted.
    package var admittedWorkers: Set<ByteText>?
    /// The agencies that were told something of the subject, as a record says.
    package var toldAgencies: Set<ByteText>
    /// The workers who have broken the glass of the record, for a time that has not ended.
    package var openedFor: Set<ByteText> = []
    package var isSealed: Bool

    package init(
        enrolments: [Enrolment] = [], openReferrals: Set<ByteText> = [], consents: [Consent] = [],
        barredWorkers: Set<ByteText> = [], admittedWorkers: Set<ByteText>? = nil,
        toldAgencies: Set<ByteText> = [], isSealed: Bool = false
    ) {
        self.enrolments = enrolments
        self.openReferrals = openReferrals
        self.consents = consents
        self.barredWorkers = barredWorkers
        self.admittedWorkers = admittedWorkers
        self.toldAgencies = toldAgencies
        self.isSealed = isSealed
    }

    /// The facts of a subject that does not exist: as sealed, so that the two answer alike.
    package static let unknown = SubjectFacts(isSealed: true)

    /// An open enrolment.
    package struct Enrolment: Hashable, Sendable {
        package var programme: ByteText
        /// The agency that owns it.
        package var agency: ByteText
        /// The worker who leads, by acceptance or by the duty rota.
        package var lead: ByteText?

        package init(programme: String, agency: String, lead: String? = nil) {
            self.programme = ByteText(programme)
            self.agency = ByteText(agency)
            self.lead = lead.map { ByteText($0) }
        }
    }

    /// What the person agreed that one recipient may see, of one category, for one purpose.
    package struct Consent: Hashable, Sendable {
        package var recipient: ByteText
        package var category: ByteText
        package var purpose: ByteText
        /// Whether it is in writing and signed.
        package var isWritten: Bool
        package var from: Instant
        /// The last day it holds; nil until withdrawn.
        package var until: Day?

        package init(
            recipient: String, category: String, purpose: String, isWritten: Bool = false, from: Instant,
            until: Day? = nil
        ) {
            self.recipient = ByteText(recipient)
            self.category = ByteText(category)
            self.purpose = ByteText(purpose)
            self.isWritten = isWritten
            self.from = from
            self.until = until
        }
    }
}
