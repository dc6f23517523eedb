import Domain

/// Works out what each programme inherits, before anything in it is read.
struct ProgrammeOutlining {
    let decoding: SchemeDecoding

    private var log: DiagnosticLog { decoding.log }

    /// A longer chain of inheritance cannot be followed by a reader either.
    private static let deepest = 8
    /// Parts that a programme adds to what it inherits, by id.
    private static let mergedKeys: Set<String> = ["stages", "endings", "clocks", "values", "flags"]
    /// What a programme never takes over.
    private static let ownKeys: Set<String> = ["template", "extends"]

    func outline(_ found: [SchemeDecoding.Found]) {
        let byID = Dictionary(uniqueKeysWithValues: found.map { ($0.id, $0) })
        for item in found {
            let (node, isBroken) = merged(item, byID, chain: [])
            decoding.index.outlines[item.id] = ProgrammeOutline(
                id: item.id, isTemplate: ["true", "yes"].contains(item.entry.value["template"]?.text ?? ""),
                isBroken: isBroken, stages: ids(node["stages"]),
                clocks: ids(node["clocks"]) + (node["lead"]?["alarm"] == nil ? [] : [LeadRule.Alarm.clock]),
                values: ids(node["values"]), flags: ids(node["flags"]), node: node)
            note(.clock, node["clocks"], item.id)
            note(.stage, node["stages"], item.id)
            note(.ending, node["endings"], item.id)
        }
    }

    private func ids(_ node: SourceNode?) -> [String] { node?.entries?.map(\.key) ?? [] }

    private func note(_ part: SchemeIndex.Part, _ node: SourceNode?, _ owner: String) {
        for entry in node?.entries ?? [] { decoding.index.note(part, owner, entry.key, entry.place) }
    }

    private func merged(
        _ found: SchemeDecoding.Found, _ byID: [String: SchemeDecoding.Found], chain: [String]
    ) -> (node: SourceNode, isBroken: Bool) {
        let own = found.entry.value
        guard let entries = own.entries, let extends = own["extends"], !extends.isNothing else { return (own, false) }
        guard let id = decoding.reference(.programme, extends), let base = byID[id] else { return (own, true) }
        if id == found.id || chain.contains(id) {
            log.error(
                extends.place, id == found.id ? "a programme cannot extend itself" : "`extends` goes round in a ring")
            return (own, true)
        }
        guard chain.count < Self.deepest else {
            log.error(extends.place, "`extends` goes more than \(Self.deepest) deep")
            return (own, true)
        }
        let (inherited, isBroken) = merged(base, byID, chain: chain + [found.id])
        var result = (inherited.entries ?? []).filter { !Self.ownKeys.contains($0.key) }
        for entry in entries {
            if let position = result.firstIndex(where: { $0.key == entry.key }) {
                result[position] = Self.mergedKeys.contains(entry.key) ? adding(entry, to: result[position]) : entry
            } else {
                result.append(entry)
            }
        }
        return (SourceNode(place: own.place, content: .mapping(result)), isBroken)
    }

    /// The inherited parts, those of the same id replaced, then the new ones.
    private func adding(_ own: SourceEntry, to inherited: SourceEntry) -> SourceEntry {
        guard let ownParts = own.value.entries, var parts = inherited.value.entries else { return own }
        var positions = Dictionary(uniqueKeysWithValues: parts.enumerated().map { ($0.element.key, $0.offset) })
        for part in ownParts {
            if let position = positions[part.key] {
                parts[position] = part
            } else {
                positions[part.key] = parts.count
                parts.append(part)
            }
        }
        return SourceEntry(
            key: own.key, place: own.place, value: SourceNode(place: own.value.place, content: .mapping(parts)))
    }
}
