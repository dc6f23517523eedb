import Domain

/// Reads programmes, with what they inherit.
struct ProgrammeDecoding {
    let decoding: SchemeDecoding

    var values: ValueReading { decoding.values }
    var log: DiagnosticLog { decoding.log }

    func decode(_ found: SchemeDecoding.Found) {
        guard let outline = decoding.index.outlines[found.id], !outline.isBroken,
            let keys = SourceKeys(outline.node, "a programme", log)
        else { return }
        let isTemplate = values.onlyTrue(keys.optional("template"))
        _ = keys.optional("extends")
        let conditions = self.conditions("in a programme", outline)
        let opens = isTemplate ? keys.optional("opens") : keys.required("opens")
        var programme = Programme(
            id: found.id, title: values.words(keys.required("title")) ?? found.id, opens: conditions.patterns(opens))
        programme.source = values.string(keys.optional("source")) ?? ""
        if let subjects = keys.optional("subjects") {
            programme.subjects = values.list(subjects).compactMap(decoding.subjectKind)
        }
        programme.mayRunTwice = values.flag(keys.optional("may-run-twice")) ?? false
        programme.agency = values.id(keys.optional("agency"), "an agency")
        programme.suspendedWhile = keys.optional("suspended-while").flatMap(conditions.condition)
        programme.stages = stages(keys.optional("stages"), outline)
        programme.endings = endings(keys.optional("endings"), outline)
        programme.lead = keys.optional("lead").flatMap { LeadDecoding(decoding: decoding).lead($0, conditions) }
        let clocks = ClockDecoding(decoding: decoding, outline: outline)
        programme.clocks = values.parts(keys.optional("clocks"), "clocks").compactMap(clocks.clock)
        RingCheck(decoding: decoding).checkMissed(programme)
        let valuesAndFlags = ValueDecoding(decoding: decoding, outline: outline)
        programme.values = values.parts(keys.optional("values"), "values").compactMap(valuesAndFlags.value)
        let kinds = valuesAndFlags.kinds(programme.values)
        programme.flags = values.parts(keys.optional("flags"), "flags").compactMap { valuesAndFlags.flag($0, kinds) }
        keys.finish()
        decoding.valueKinds[found.id] = kinds
        if !isTemplate { decoding.drafts[found.scheme]?.programmes.append(programme) }
    }

    private func conditions(_ words: String, _ outline: ProgrammeOutline) -> ConditionDecoding {
        ConditionDecoding(
            decoding: decoding, place: ConditionPlace(words: words, fields: .none, hasEnrolment: true, standing: nil))
    }

    private func stages(_ node: SourceNode?, _ outline: ProgrammeOutline) -> [Programme.Stage] {
        let conditions = conditions("in a stage", outline)
        return values.parts(node, "stages").enumerated().compactMap { position, entry in
            guard values.checkedID(entry.key, entry.place), let keys = SourceKeys(entry.value, "a stage", log) else {
                return nil
            }
            let enters = position == 0 ? keys.optional("enters") : keys.required("enters")
            let stage = Programme.Stage(
                id: entry.key, title: values.words(keys.required("title")) ?? entry.key,
                enters: conditions.patterns(enters), from: from(keys, outline, conditions))
            keys.finish()
            return stage
        }
    }

    private func endings(_ node: SourceNode?, _ outline: ProgrammeOutline) -> [Programme.Ending] {
        let conditions = conditions("in an ending", outline)
        return values.parts(node, "endings").compactMap { entry in
            guard values.checkedID(entry.key, entry.place), let keys = SourceKeys(entry.value, "an ending", log) else {
                return nil
            }
            let ending = Programme.Ending(
                reason: entry.key, title: values.words(keys.required("title")) ?? entry.key,
                when: conditions.patterns(keys.required("when")), from: from(keys, outline, conditions))
            keys.finish()
            return ending
        }
    }

    private func from(_ keys: SourceKeys, _ outline: ProgrammeOutline, _ conditions: ConditionDecoding) -> [String] {
        values.oneOrMore(keys.optional("from")).compactMap { conditions.part("stage", $0, among: outline.stages) }
    }
}
