/// Referrals, consents, bars and the kinds of rows of one subject as they stand, worked out from the events in force: what
/// the policy asks about a person, with what has ended.
///
/// The parts a record plays (`acts-as`) are read by the field ids that docs/schemes.md gives for each part, so that no
/// scheme's record type is named here.
package struct AccessFacts: Sendable {
    package var referrals: [Referral] = []
    package var consents: [Consent] = []
    package var bars: [(worker: String, since: Instant)] = []
    /// The only workers who may see a restricted person; empty where the person is not restricted.
    package var admissions: [(worker: String, since: Instant)] = []
    /// The agencies that were told something of the person, and wrote down by whom.
    package var told: [(agency: String, since: Instant)] = []
    package var isSealed = false
    /// Which kinds of rows the record holds.
    package var parts: Set<RowFacts> = []

    package typealias Referral = (
        event: String, from: String, to: String, service: String, state: String, sentAt: Instant, answeredAt: Instant?
    )
    package typealias Consent = (
        event: String, recipient: String, category: String, purpose: String, isWritten: Bool, from: Instant,
        until: Day?, withdrawnAt: Instant?, renewedAt: Instant?
    )

    package init() {}

    /// All that the events in force say.
    package init(_ fold: SubjectFold, definitions: Definitions) {
        for (event, instant) in fold.eventsInForce {
            add(event, at: instant, type: definitions.recordType(event.type, version: event.version))
        }
    }

    /// Takes the next event in force into account.
    package mutating func add(_ event: Event, at instant: Instant, type: RecordType?) {
        for section in event.sections(type) {
            parts.insert(RowFacts(category: section, owner: event.agency, type: event.type))
        }
        switch type?.actsAs {
        case .referral: refer(event, at: instant)
        case .referralAnswer: answerReferral(event, at: instant)
        case .consent: consent(event, at: instant)
        case .consentWithdrawal: withdraw(event, at: instant)
        case .bar: bar(event, at: instant)
        case .disclosure: tell(event, at: instant)
        case .restriction: restrict(event, at: instant)
        case .seal: isSealed = event.code("sealed") != "no"
        case .ordinary, .identification, .appointment, .appointmentChange, .attendance, .acceptance, .handOver,
            .migration, .acknowledgement, .joining, .parting, .notice, nil:
            break
        }
    }

    /// What the policy knows of the subject.
    ///
    /// - Parameter standing: says in which programmes the person is, and who leads.
    package func subject(_ standing: Standing) -> SubjectFacts {
        SubjectFacts(
            enrolments: standing.enrolments.filter(\.isOpen).map {
                SubjectFacts.Enrolment(programme: $0.programme, agency: $0.agency, lead: $0.lead.worker)
            },
            openReferrals: Set(
                referrals.filter { $0.state == "sent" || $0.state == "accepted" }.map { ByteText($0.to) }),
            consents: consents.filter { $0.withdrawnAt == nil && $0.renewedAt == nil }.map {
                SubjectFacts.Consent(
                    recipient: $0.recipient, category: $0.category, purpose: $0.purpose, isWritten: $0.isWritten,
                    from: $0.from, until: $0.until)
            },
            barredWorkers: Set(bars.map { ByteText($0.worker) }),
            admittedWorkers: admissions.isEmpty ? nil : Set(admissions.map { ByteText($0.worker) }),
            toldAgencies: Set(told.map { ByteText($0.agency) }), isSealed: isSealed)
    }

    /// It opens a record to the agency that is asked: so it is another's word, with the person's agreement.
    private mutating func refer(_ event: Event, at instant: Instant) {
        let to = event.code("to-agency") ?? ""
        guard to != event.agency, event.code("agreed") != "no" else { return }
        referrals.append((event.id, event.agency, to, event.code("service") ?? "", "sent", instant, nil))
    }

    private mutating func answerReferral(_ event: Event, at instant: Instant) {
        guard let answer = event.code("answer") else { return }
        let state = ["accepted", "waiting"].contains(answer) ? "accepted" : answer == "finished" ? "closed" : "refused"
        let named = event.code("referral")
        let open = referrals.lastIndex { referral in
            referral.to == event.agency && (named.map { referral.event == $0 } ?? true)
                && (referral.state == "sent" || referral.state == "accepted")
        }
        guard let open else { return }
        referrals[open].state = state
        referrals[open].answeredAt = instant
    }

    private mutating func consent(_ event: Event, at instant: Instant) {
        var until: Day?
        if case .day(let day)? = event.answers["until"] { until = day }
        let isWritten = event.code("how") == "written"
        // What a consent opens to an agency is not opened by that agency's own word.
        for recipient in event.answers["recipient"]?.codes ?? [] where recipient != event.agency {
            for category in event.answers["categories"]?.codes ?? [] {
                for purpose in event.answers["purposes"]?.codes ?? [] {
                    // Asked again, the person's last word counts, also where it says less.
                    endConsents(at: instant, \.renewedAt) { consent in
                        consent.recipient == recipient && consent.category == category && consent.purpose == purpose
                    }
                    consents.append((event.id, recipient, category, purpose, isWritten, instant, until, nil, nil))
                }
            }
        }
    }

    private mutating func withdraw(_ event: Event, at instant: Instant) {
        let (categories, purposes) = (event.answers["categories"]?.codes, event.answers["purposes"]?.codes)
        endConsents(at: instant, \.withdrawnAt) { consent in
            (event.code("recipient").map { consent.recipient == $0 } ?? true)
                && (categories.map { $0.contains(consent.category) } ?? true)
                && (purposes.map { $0.contains(consent.purpose) } ?? true)
        }
    }

    /// Ends the consents that are in force and meant.
    private mutating func endConsents(
        at instant: Instant, _ ending: WritableKeyPath<Consent, Instant?>, where isMeant: (Consent) -> Bool
    ) {
        let day = London.day(of: instant)
        for (index, consent) in consents.enumerated() {
            // What had run out before is not ended once more.
            let isInForce =
                consent.withdrawnAt == nil && consent.renewedAt == nil && consent.until.map { $0 >= day } ?? true
            if isInForce, isMeant(consent) { consents[index][keyPath: ending] = instant }
        }
    }

    private mutating func tell(_ event: Event, at instant: Instant) {
        for agency in event.answers["to-agency"]?.codes ?? [] where !told.contains(where: { $0.agency == agency }) {
            told.append((agency, instant))
        }
    }

    private mutating func bar(_ event: Event, at instant: Instant) {
        guard let worker = event.code("worker") else { return }
        bars.removeAll { $0.worker == worker }
        if event.code("barred") != "no" { bars.append((worker, instant)) }
    }

    /// Restricts a record to named workers, of whom whoever restricts it is one, admits another, or lifts it.
    private mutating func restrict(_ event: Event, at instant: Instant) {
        guard event.code("restricted") != "no" else {
            admissions = []
            return
        }
        for worker in [admissions.isEmpty ? event.by : nil, event.code("worker")].compactMap({ $0 })
        where !admissions.contains(where: { $0.worker == worker }) {
            admissions.append((worker, instant))
        }
    }
}

extension Event {
    /// The code that answers a question; the first of several.
    fileprivate func code(_ field: String) -> String? { answers[field]?.codes.first }
}
