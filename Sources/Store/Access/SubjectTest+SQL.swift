import Domain
import SQLAccess

/// The tests that look into other tables. EXISTS is never NULL. The words of the partial indexes stand as the schema
/// has them, since an engine uses such an index only where it finds its condition again.
///
/// An enrolment is looked for by its subject, which has few, and `|| ''` keeps the engines from going the other way:
/// from everyone in the agency, or led by the worker.
extension SubjectTest {
    func condition(_ subject: SQLQuery) -> SQLQuery {
        switch self {
        case .enrolled(let programmes):
            """
            EXISTS (SELECT 1 FROM enrolments access_enrolment
                WHERE access_enrolment.subject = \(subject)
                    AND access_enrolment.programme IN \(list: programmes.ordered)
                    AND access_enrolment.ended_at IS NULL)
            """
        case .enrolledWith(let agency, let programmes):
            """
            EXISTS (SELECT 1 FROM enrolments access_enrolment
                WHERE access_enrolment.subject = \(subject)
                    AND access_enrolment.programme IN \(list: programmes.ordered)
                    AND access_enrolment.agency || '' = \(agency.text) AND access_enrolment.ended_at IS NULL)
            """
        case .openReferral(let agency):
            """
            EXISTS (SELECT 1 FROM referrals access_referral
                WHERE access_referral.to_agency = \(agency.text) AND access_referral.subject = \(subject)
                    AND access_referral.state IN ('sent', 'accepted'))
            """
        case .ledBy(let worker):
            """
            EXISTS (SELECT 1 FROM enrolments access_enrolment
                WHERE access_enrolment.subject = \(subject)
                    AND access_enrolment.lead_worker || '' = \(worker.text) AND access_enrolment.ended_at IS NULL)
            """
        case .openedFor(let worker):
            """
            EXISTS (SELECT 1 FROM glass_breaks access_glass
                WHERE access_glass.subject = \(subject) AND access_glass.worker = \(worker.text)
                    AND access_glass.ended_at IS NULL)
            """
        case .barred(let worker):
            """
            EXISTS (SELECT 1 FROM bars access_bar
                WHERE access_bar.subject = \(subject) AND access_bar.worker = \(worker.text))
            """
        case .notAdmitted(let worker):
            """
            (EXISTS (SELECT 1 FROM access_marks access_mark
                    WHERE access_mark.subject = \(subject) AND access_mark.kind = 'admitted')
                AND NOT EXISTS (SELECT 1 FROM access_marks access_mark
                    WHERE access_mark.subject = \(subject) AND access_mark.kind = 'admitted'
                        AND access_mark.name = \(worker.text)))
            """
        case .told(let agency):
            """
            EXISTS (SELECT 1 FROM access_marks access_mark
                WHERE access_mark.subject = \(subject) AND access_mark.kind = 'told'
                    AND access_mark.name = \(agency.text))
            """
        case .sealed:
            // A subject that is not there counts as sealed.
            """
            NOT EXISTS (SELECT 1 FROM subjects access_subject
                WHERE access_subject.id = \(subject) AND access_subject.is_sealed = 0)
            """
        }
    }
}

extension ConsentTest {
    func condition(_ subject: SQLQuery, category: SQLQuery) -> SQLQuery {
        let written: SQLQuery = mustBeWritten ? " AND access_consent.is_written = 1" : ""
        return """
            EXISTS (SELECT 1 FROM consents access_consent
                WHERE access_consent.subject = \(subject) AND access_consent.recipient = \(recipient.text)
                    AND access_consent.category = \(category) AND access_consent.purpose = \(purpose.text)
                    AND access_consent.withdrawn_at IS NULL
                    AND access_consent.renewed_at IS NULL AND access_consent.from_at <= \(lastStart.milliseconds)
                    AND (access_consent.until_on IS NULL OR access_consent.until_on >= \(day.iso))\(written))
            """
    }
}

extension Set<ByteText> {
    /// In the order of bytes: one rule is always the same statement.
    var ordered: [String] { sorted().map(\.text) }
}
