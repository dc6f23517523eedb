import Domain

extension ReplayReport {
    /// The same for reading: a paragraph for each enrolment.
    package var text: String {
        standings.map { standing in
            let heading = "\(standing.subject), as of \(London.text(standing.asOf))\n"
            if standing.enrolments.isEmpty { return heading + "  No programme.\n" }
            return heading + standing.enrolments.map(Self.text).joined()
        }.joined(separator: "\n")
    }

    private static func text(_ enrolment: EnrolmentStanding) -> String {
        var lines = ["  \(enrolment.title) (\(enrolment.programme)), since \(London.text(enrolment.openedAt))"]
        if let ended = enrolment.ended {
            lines.append("    Ended: \(ended.title), \(London.text(ended.at))")
        } else if !enrolment.stageTitle.isEmpty {
            lines.append("    Stage: \(enrolment.stageTitle)")
        }
        if enrolment.isSuspended { lines.append("    Suspended") }
        for flag in enrolment.flags { lines.append("    Flag: \(flag.title)") }
        for deadline in enrolment.deadlines { lines.append("    " + text(deadline)) }
        return lines.joined(separator: "\n") + "\n"
    }

    private static func text(_ deadline: Deadline) -> String {
        let window = deadline.from.map { "from \(words($0)) " } ?? ""
        let state =
            switch deadline.state {
            case .running: "running"
            case .paused: "paused"
            case .met: "met"
            case .notMet: "not met"
            case .void: "void"
            }
        let provisional = deadline.isProvisional ? " (bank holidays not yet proclaimed)" : ""
        return "\(deadline.title): \(state), \(window)due \(words(deadline.due)). \(deadline.because)\(provisional)"
    }

    private static func words(_ due: Deadline.Due) -> String {
        switch due {
        case .day(let day): day.longText
        case .instant(let instant): London.text(instant)
        }
    }
}
