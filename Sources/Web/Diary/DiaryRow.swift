import Casework
import Domain
import Markup

/// One line of the diary.
struct DiaryRow {
    let line: DiaryView.Line
    let view: DiaryView
    let context: SignedInContext

    /// The worker's column stands only where a time names one: on paper there is no room to spare.
    static func columns(_ view: DiaryView) -> [TableColumn] {
        var columns = [TableColumn("Time"), TableColumn("Who"), TableColumn("What for"), TableColumn("Where")]
        if view.namesWorkers { columns.append(TableColumn("With")) }
        return columns + [TableColumn("State"), TableColumn("To do", isTitleHidden: true)]
    }

    var row: TableRow {
        switch line.what {
        case .booked(let booking): return TableRow(cells(booking), state: state(booking))
        case .taken: return TableRow(cells(who: "Somebody you may not see", state: tag("Taken", .grey), acts: ""))
        case .free(let slot):
            let acts: HTML? = slot.map(takeAway)
            return TableRow(
                cells(who: "", state: tag(isPast ? "Not used" : "Free", .green), acts: "\(acts)"))
        }
    }

    private var isPast: Bool { line.startsAt < view.asOf }

    private func state(_ booking: DiaryView.Booking) -> TableRow.State? {
        switch booking.state {
        case .booked: isPast ? .dueSoon : nil
        case .attended, .missed, .replaced, .cancelled: .settled
        }
    }

    private func cells(_ booking: DiaryView.Booking) -> [HTML] {
        let person = booking.person
        let born: HTML? = person.born.isEmpty ? nil : "<br>born \(person.born)"
        let who: HTML = "\(link(person.listed, href: "/people/\(person.subject)"))\(born)"
        return cells(who: who, state: words(booking.state), acts: "\(booking.acts.map { act($0, booking) })")
    }

    private func words(_ state: AppointmentState) -> HTML {
        let words = state.words(isPast: isPast)
        return switch state {
        case .booked: isPast ? due(.dueSoon, words) : tag(words, .blue)
        case .attended: tag(words, .green)
        case .missed: tag(words, .orange)
        case .replaced, .cancelled: tag(words, .grey)
        }
    }

    private func cells(who: HTML, state: HTML, acts: HTML) -> [HTML] {
        let place = [line.place, line.room].filter { !$0.isEmpty }.joined(separator: ", ")
        let time: HTML = "\(London.time(of: line.startsAt).text)<br>\(line.minutes) min"
        let with: [HTML] = view.namesWorkers ? ["\(line.worker)"] : []
        return [time, who, "\(line.purpose)", "\(place)"] + with + [state, acts]
    }

    private func act(_ act: DiaryAct, _ booking: DiaryView.Booking) -> HTML {
        if act.opensPage {
            return """
                <a href="\(form(act, booking))" class="govuk-button govuk-button--secondary tc-act">\
                \(act.title)<span class="govuk-visually-hidden"> \(booking.person.full)</span></a>
                """
        }
        return postButton(
            act.title, about: booking.person.full, action: "/diary/acts", tokens: context.formTokens(),
            fields: [
                ("act", act.id), ("appointment", booking.event), ("person", booking.person.subject),
                ("day", view.day.iso), ("of", view.otherAgency ?? ""),
            ], style: .secondary, isSmall: true)
    }

    private func takeAway(_ slot: String) -> HTML {
        postButton(
            "Take away", about: "the free time at \(London.time(of: line.startsAt).text)",
            action: "/diary/times/taken-away", tokens: context.formTokens(),
            fields: [("slot", slot), ("day", view.day.iso)], style: .secondary, isSmall: true)
    }

    /// The record's form: as a board opens it, or with the answers that the appointment itself gives.
    private func form(_ act: DiaryAct, _ booking: DiaryView.Booking) -> Href {
        guard let board = act.board else {
            return RecordLink(act.record, of: booking.person.subject, answers: act.answers)
                .about(appointment: booking.event).href
        }
        let form = Href(recording: act.record, for: booking.person.subject)
        return BoardLink(board: board, act: act.id, row: booking.event).adding(to: form)
    }
}

extension DiaryView {
    fileprivate var namesWorkers: Bool { lines.contains { !$0.worker.isEmpty } }
}
