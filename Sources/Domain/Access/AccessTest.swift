/// One test that decides access, over a row, its subject, or both.
package enum AccessTest: Hashable, Sendable {
    case row(RowTest)
    case subject(SubjectTest)
    case consent(ConsentTest)

    package func holds(_ row: RowFacts, of subject: SubjectFacts) -> Bool {
        switch self {
        case .row(let test): test.holds(row)
        case .subject(let test): test.holds(of: subject)
        case .consent(let test): test.categories(of: subject).contains(row.category)
        }
    }
}

/// A test of a row alone: whether a word of it is one of these. An empty set holds of no row.
package enum RowTest: Hashable, Sendable {
    case categoryIn(Set<ByteText>)
    case ownerIn(Set<ByteText>)
    case typeIn(Set<ByteText>)

    package func holds(_ row: RowFacts) -> Bool {
        switch self {
        case .categoryIn(let categories): categories.contains(row.category)
        case .ownerIn(let owners): owners.contains(row.owner)
        case .typeIn(let types): types.contains(row.type)
        }
    }
}

/// A test of a subject alone.
package enum SubjectTest: Hashable, Sendable {
    /// An open enrolment in one of these programmes.
    case enrolled(in: Set<ByteText>)
    /// An open enrolment in one of these programmes that this agency owns.
    case enrolledWith(agency: ByteText, in: Set<ByteText>)
    /// A referral to this agency that is sent or accepted.
    case openReferral(to: ByteText)
    /// A record that this agency was told something.
    case told(ByteText)
    /// An open enrolment that this worker leads.
    case ledBy(ByteText)
    /// This worker has broken the glass of the record.
    case openedFor(ByteText)
    /// This worker may never see the subject.
    case barred(ByteText)
    /// The subject is restricted, and this worker is not among those who are admitted.
    case notAdmitted(ByteText)
    case sealed

    package func holds(of subject: SubjectFacts) -> Bool {
        switch self {
        case .enrolled(let programmes):
            subject.enrolments.contains { programmes.contains($0.programme) }
        case .enrolledWith(let agency, let programmes):
            subject.enrolments.contains { $0.agency == agency && programmes.contains($0.programme) }
        case .openReferral(let agency): subject.openReferrals.contains(agency)
        case .ledBy(let worker): subject.enrolments.contains { $0.lead == worker }
        case .told(let agency): subject.toldAgencies.contains(agency)
        case .openedFor(let worker): subject.openedFor.contains(worker)
        case .barred(let worker): subject.barredWorkers.contains(worker)
        case .notAdmitted(let worker): subject.admittedWorkers.map { !$0.contains(worker) } ?? false
        case .sealed: subject.isSealed
        }
    }
}

/// Whether the person's consent covers the row's category: for this recipient and purpose, begun by the end of the day
/// and not run out before it.
package struct ConsentTest: Hashable, Sendable {
    package let recipient: ByteText
    package let purpose: ByteText
    /// Only consent in writing counts.
    package let mustBeWritten: Bool
    package let day: Day
    /// The last millisecond at which a consent that counts may have begun.
    package let lastStart: Instant

    package init(recipient: ByteText, purpose: ByteText, mustBeWritten: Bool, day: Day) {
        self.recipient = recipient
        self.purpose = purpose
        self.mustBeWritten = mustBeWritten
        self.day = day
        lastStart = London.endOfDay(day)
    }

    /// The categories the subject's consents open.
    package func categories(of subject: SubjectFacts) -> Set<ByteText> {
        Set(subject.consents.filter(counts).map(\.category))
    }

    private func counts(_ consent: SubjectFacts.Consent) -> Bool {
        consent.recipient == recipient && consent.purpose == purpose && (consent.isWritten || !mustBeWritten)
            && consent.from <= lastStart && consent.until.map { $0 >= day } ?? true
    }
}
