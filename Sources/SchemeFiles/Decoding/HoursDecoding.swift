import Domain

/// Reads bank holidays and named opening hours.
struct HoursDecoding {
    let decoding: SchemeDecoding

    private var values: ValueReading { decoding.values }
    private var log: DiagnosticLog { decoding.log }

    func decode() {
        var first: SourcePlace?
        for source in decoding.sources {
            for node in source.sections["bank-holidays"] ?? [] {
                if let first {
                    log.error(node.place, "bank holidays are listed in \(first.file) already; keep them in one place")
                    continue
                }
                first = node.place
                let holidays = BankHolidayDecoding(values: values).decode(node)
                decoding.drafts[source.id]?.bankHolidays = holidays
                decoding.holidays = holidays
            }
        }
        for source in decoding.sources {
            for entry in (source.sections["hours"] ?? []).flatMap({ values.parts($0, "opening hours") }) {
                decode(entry, scheme: source.id)
            }
        }
    }

    private func decode(_ entry: SourceEntry, scheme: String) {
        guard values.checkedID(entry.key, entry.place) else { return }
        guard decoding.index.hours.insert(entry.key).inserted else {
            log.error(entry.place, "the opening hours `\(entry.key)` are defined twice; all schemes share them")
            return
        }
        guard let keys = SourceKeys(entry.value, "opening hours", log) else { return }
        let title = values.words(keys.required("title")) ?? entry.key
        let weekly = keys.required("weekly").map(weekly) ?? [:]
        let isClosed = values.onlyTrue(keys.optional("closed-on-bank-holidays"))
        var dated: [Day: [OpenSpan]] = [:]
        for day in values.parts(keys.optional("dated"), "days") {
            guard let date = Day(day.key) else {
                log.error(day.place, "expected a day such as 2013-12-25; found \(Wording.quoted(day.key))")
                continue
            }
            dated[date] = spans(day.value)
        }
        keys.finish()
        let hours = OpeningHours(
            weekly: weekly, dated: dated, closedOn: isClosed ? decoding.holidays ?? BankHolidays() : nil)
        decoding.drafts[scheme]?.hours.append(Scheme.NamedHours(id: entry.key, title: title, hours: hours))
    }

    private func weekly(_ node: SourceNode) -> [Weekday: [OpenSpan]] {
        guard let keys = SourceKeys(node, "the pattern of a week", log) else { return [:] }
        let everyDay = keys.optional("every-day").map(spans)
        var week: [Weekday: [OpenSpan]] = [:]
        for weekday in Weekday.allCases {
            week[weekday] = keys.entry(weekday.name.lowercased()).map { spans($0.value) } ?? everyDay
        }
        keys.finish()
        return week
    }

    private func spans(_ node: SourceNode) -> [OpenSpan] {
        values.oneOrMoreAllowingNone(node).compactMap { item in
            guard let span = item.text.flatMap({ OpenSpan($0) }) else {
                let found = item.text.map(Wording.quoted) ?? item.kindWords
                log.error(item.place, "expected hours such as 08:00-20:00, ending after they begin; found \(found)")
                return nil
            }
            return span
        }
    }
}

extension ValueReading {
    /// The items of a list that may be empty, or one value in its place.
    fileprivate func oneOrMoreAllowingNone(_ node: SourceNode) -> [SourceNode] {
        if case .list(let items) = node.content { return Array(items.prefix(SourceLimits.parts)) }
        return [node]
    }
}
