import Domain

/// Reads who is in the demonstration: agencies, venues, workers, rotas, the diary and the cast.
struct DemoPartnershipReading {
    let reading: DemoReading

    private var values: ValueReading { reading.values }
    private var log: DiagnosticLog { reading.log }
    private var ranges: DemoRanges { DemoRanges(log: log) }

    func agency(_ entry: SourceEntry) -> DemoAgency? {
        guard let keys = SourceKeys(entry.value, "an agency", log) else { return nil }
        let title = values.words(keys.required("title"))
        let kind = values.string(keys.required("kind"))
        let phone = values.string(keys.required("phone"))
        keys.finish()
        guard let title, let kind, let phone else { return nil }
        return DemoAgency(id: entry.key, title: title, kind: kind, phone: phone)
    }

    func venue(_ entry: SourceEntry, _ agencies: [DemoAgency]) -> DemoVenue? {
        guard let keys = SourceKeys(entry.value, "a venue", log) else { return nil }
        let agency = reading.known(keys.required("agency"), "agency", among: agencies.map(\.id))
        let title = values.words(keys.required("title"))
        let address = values.string(keys.required("address"))
        keys.finish()
        guard let agency, let title, let address else { return nil }
        return DemoVenue(id: entry.key, agency: agency, title: title, address: address)
    }

    func worker(_ entry: SourceEntry, _ agencies: [DemoAgency], _ venues: [DemoVenue]) -> DemoWorker? {
        guard let keys = SourceKeys(entry.value, "a worker", log) else { return nil }
        let name = values.words(keys.required("name"))
        let agency = reading.known(keys.required("agency"), "agency", among: agencies.map(\.id))
        let known = reading.definitions.roles.map(\.id)
        let roles = values.oneOrMore(keys.required("roles")).compactMap { reading.known($0, "role", among: known) }
        let phone = values.string(keys.required("phone"))
        let team = values.string(keys.optional("team")) ?? ""
        let venue = reading.known(keys.optional("venue"), "venue", among: venues.map(\.id))
        keys.finish()
        guard let name, let agency, let phone, !roles.isEmpty else { return nil }
        return DemoWorker(
            signInName: entry.key, name: name, phone: phone, agency: agency, roles: roles, team: team, venue: venue)
    }

    func rota(_ entry: SourceEntry, _ agencies: [DemoAgency], _ workers: [DemoWorker]) -> DemoRota? {
        guard let keys = SourceKeys(entry.value, "a rota", log) else { return nil }
        let agency = reading.known(keys.required("agency"), "agency", among: agencies.map(\.id))
        let names = workers.map(\.signInName)
        let on = values.list(keys.required("workers")).compactMap { reading.known($0, "worker", among: names) }
        let shifts = values.list(keys.required("shifts")).compactMap(shift)
        let back = values.whole(keys.required("days-back"), 0...2_000)
        let ahead = values.whole(keys.required("days-ahead"), 0...400)
        keys.finish()
        guard let agency, let back, let ahead, !on.isEmpty, !shifts.isEmpty else { return nil }
        return DemoRota(
            id: entry.key, agency: agency, workers: on, shifts: shifts, daysBack: back, daysAhead: ahead)
    }

    /// `08:00 to 20:00`; it may end on the next day.
    private func shift(_ node: SourceNode) -> DemoRota.Shift? {
        let words = (node.text ?? "").split(separator: " ").map(String.init)
        guard words.count == 3, words[1] == "to", let from = TimeOfDay(words[0]), let until = TimeOfDay(words[2]),
            from != until
        else {
            log.error(node.place, "expected a shift such as `08:00 to 20:00` or `19:00 to 07:00`")
            return nil
        }
        return DemoRota.Shift(from: from, until: until)
    }

    func diary(_ node: SourceNode, _ agencies: [DemoAgency], _ venues: [DemoVenue]) -> DemoDiary? {
        guard let keys = SourceKeys(node, "times of a diary", log) else { return nil }
        let agency = reading.known(keys.required("agency"), "agency", among: agencies.map(\.id))
        let venue = reading.known(keys.required("venue"), "venue", among: venues.map(\.id))
        let purpose = values.id(keys.required("purpose"), "a purpose")
        let room = values.string(keys.optional("room")) ?? ""
        let days = values.oneOrMore(keys.required("days")).flatMap(weekdays)
        let times = values.list(keys.required("times")).compactMap { values.time($0) }
        let minutes = values.whole(keys.required("minutes"), 5...480)
        let back = values.whole(keys.required("days-back"), 0...400)
        let ahead = values.whole(keys.required("days-ahead"), 0...400)
        keys.finish()
        guard let agency, let venue, let purpose, let minutes, let back, let ahead else { return nil }
        return DemoDiary(
            agency: agency, venue: venue, purpose: purpose, room: room, weekdays: days, times: times, minutes: minutes,
            daysBack: back, daysAhead: ahead)
    }

    private func weekdays(_ node: SourceNode) -> [Weekday] {
        if node.text == "weekdays" { return Weekday.allCases.filter { !$0.isWeekend } }
        let day = Weekday.allCases.first { $0.name.lowercased() == node.text }
        if day == nil { log.error(node.place, "expected `weekdays` or a day of the week such as `saturday`") }
        return day.map { [$0] } ?? []
    }

    func part(_ entry: SourceEntry, _ rotas: [DemoRota], _ workers: [DemoWorker]) -> DemoPart? {
        guard let keys = SourceKeys(entry.value, "a part of the cast", log) else { return nil }
        let head = keys.one(of: ["rota", "role", "worker"])
        let agency = values.string(keys.optional("agency"))
        let butNot = values.string(keys.optional("but-not"))
        keys.finish()
        guard let head else { return nil }
        switch head.key {
        case "rota":
            return reading.known(head.value, "rota", among: rotas.map(\.id)).map {
                DemoPart(id: entry.key, player: .rota($0))
            }
        case "worker":
            return reading.known(head.value, "worker", among: workers.map(\.signInName)).map {
                DemoPart(id: entry.key, player: .worker($0))
            }
        default:
            let played = workers.filter { agency == nil || $0.agency == agency }.flatMap(\.roles)
            return reading.known(head.value, "role of a worker", among: played).map {
                DemoPart(id: entry.key, player: .role($0, agency: agency, butNot: butNot))
            }
        }
    }
}
