import Domain

/// Reads sharing agreements and what each permits.
struct AgreementDecoding {
    let decoding: SchemeDecoding

    private var values: ValueReading { decoding.values }
    private var log: DiagnosticLog { decoding.log }

    func decode(_ found: SchemeDecoding.Found) {
        guard let keys = SourceKeys(found.entry.value, "a sharing agreement", log) else { return }
        var agreement = SharingAgreement(id: found.id, title: values.words(keys.required("title")) ?? found.id)
        agreement.source = values.string(keys.optional("source")) ?? ""
        agreement.parties = values.list(keys.required("parties")).compactMap { values.id($0, "an agency") }
        agreement.purposes = values.list(keys.required("purposes")).compactMap(decoding.purpose)
        agreement.from = values.day(keys.optional("from"))
        agreement.until = values.day(keys.optional("until"))
        if let from = agreement.from, let until = agreement.until, until < from {
            log.error(found.entry.place, "this agreement ends before it begins")
        }
        let permissions = keys.required("permissions")
        keys.finish()
        agreement.permissions = values.parts(permissions, "permissions").compactMap { permission($0, agreement) }
        decoding.drafts[found.scheme]?.agreements.append(agreement)
    }

    private func permission(_ entry: SourceEntry, _ agreement: SharingAgreement) -> SharingAgreement.Permission? {
        guard values.checkedID(entry.key, entry.place), let keys = SourceKeys(entry.value, "a permission", log) else {
            return nil
        }
        let categories = keys.required("categories")
        let conditions = keys.required("conditions")
        var permission = SharingAgreement.Permission(
            id: entry.key, categories: values.list(categories).compactMap(decoding.category),
            conditions: values.oneOrMore(conditions).compactMap(condition),
            gateway: values.words(keys.required("gateway")) ?? "", because: values.words(keys.required("because")) ?? ""
        )
        permission.roles = values.list(keys.optional("roles")).compactMap(decoding.role)
        permission.agencies = values.list(keys.optional("agencies")).compactMap { party($0, agreement) }
        permission.owners = values.list(keys.optional("owners")).compactMap { party($0, agreement) }
        permission.types = values.list(keys.optional("types")).compactMap { decoding.reference(.recordType, $0) }
        let purposes = keys.optional("purposes")
        permission.purposes =
            purposes.map { values.list($0).compactMap { purpose($0, agreement) } } ?? agreement.purposes
        permission.source = values.string(keys.optional("source")) ?? ""
        keys.finish()
        if permission.source.isEmpty && agreement.source.isEmpty {
            log.warning(entry.place, "the permission `\(entry.key)` names no `source`")
        }
        checkStatute(permission, categories)
        return permission
    }

    /// What is said in a required assessment reaches nobody outside without written consent (Drugs Act 2005 s.15).
    private func checkStatute(_ permission: SharingAgreement.Permission, _ categories: SourceNode?) {
        guard let categories, !permission.conditions.contains(.writtenConsent) else { return }
        for node in values.list(categories) {
            guard let id = node.text, decoding.index.categories[id]?.isStatutory == true else { continue }
            log.error(
                node.place,
                "`\(id)` is protected by statute: a permission for it needs the condition `written-consent` "
                    + "(Drugs Act 2005 s.15)")
        }
    }

    private func party(_ node: SourceNode, _ agreement: SharingAgreement) -> String? {
        decoding.word("party to this agreement", node, among: agreement.parties)
    }

    private func purpose(_ node: SourceNode, _ agreement: SharingAgreement) -> String? {
        decoding.word("purpose of this agreement", node, among: agreement.purposes)
    }

    private func condition(_ node: SourceNode) -> SharingAgreement.Condition? {
        switch node.text {
        case "always"?: return nil
        case "consent"?: return .consent
        case "written-consent"?: return .writtenConsent
        case "open-referral"?: return .openReferral
        case "told"?: return .told
        case "leads"?: return .leads
        case let text?:
            let words = ["always", "consent", "written-consent", "open-referral", "told", "leads"]
            log.error(
                node.place,
                "\(Wording.quoted(text)) is no condition of a permission\(Wording.guess(text, among: words)); expected one of "
                    + Wording.oneOf(words + ["{enrolled: …}", "{enrolled-here: …}"]))
            return nil
        case nil: break
        }
        guard let keys = SourceKeys(node, "a condition of a permission", log) else { return nil }
        let entry = keys.one(of: ["enrolled", "enrolled-here"])
        keys.finish()
        guard let entry else { return nil }
        let programmes = values.oneOrMore(entry.value).compactMap { decoding.runningProgramme($0)?.id }
        if programmes.isEmpty { return nil }
        return entry.key == "enrolled" ? .enrolled(programmes) : .enrolledHere(programmes)
    }
}
