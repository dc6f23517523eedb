import HTTPTypes

/// What a route may answer, in the few words that routes differ by.
enum RouteRule: Sendable {
    /// Anybody gets this status.
    case anyone(Int)
    /// Whoever is signed in, with a role or without.
    case anyWorker(Int)
    /// Whoever acts in a role.
    case acting(Int)
    /// Whoever acts in a role that works with people.
    case caseworkers(Int)
    case administrators(Int)
    /// These columns get the first status, other caseworkers the second.
    case some(Set<String>, Int, others: Int)
    /// Whoever sees anything of the person.
    case person(Int)
    /// These columns, of a person they see; to other roles there is no such page.
    case personFor(Set<String>, Int)
    /// Whoever sees the relation's event.
    case event(Int)
    /// Whoever sees the person's appointment.
    case appointment([Int])
    /// Whoever sees the notice, which is the detained person's.
    case notice(Int)
    /// These columns, of a person they see; other roles are told, alike of everybody, that it is not theirs.
    case records(Set<String>, Int)
    /// Those of the agency whose event it is; others who see it are told whose it is.
    case corrects(Int)
    /// Moves an event of one's own to the person, whom one must see.
    case receives(Int)
    /// Takes back a consent of the person that agreed to more than is in view.
    case withdraws(Int)
    /// Answers for something missed of the person.
    case acknowledges(Int)
    /// Presses a button in the person's row of the board of the cells.
    case presses(Int)
    /// Loads a line of a list into the person's record.
    case loads(Int)
    /// These columns get the status, and about the person no more than they may see.
    case mentions(Set<String>, Int)

    /// Whether it is asked about each relation, or once for each column.
    var isAboutPerson: Bool {
        switch self {
        case .anyone, .anyWorker, .acting, .caseworkers, .administrators, .some: false
        default: true
        }
    }

    var isAboutEvent: Bool {
        switch self {
        case .event, .corrects: true
        default: false
        }
    }
}

/// What one cell of the matrix must be.
enum CellOutcome: Sendable {
    /// As this route answers a caller of this kind, whoever it is about.
    case plain(Int)
    /// Sent to sign in, to choose a role, or told that it is not for the role: before anything was read.
    case turnedAway(Int)
    /// One of these, from what the caller may see of the person.
    case shown([Int])
    /// In words that name no more than what is seen.
    case told(Int)
    /// The same bytes and entries as for somebody who does not exist.
    case hidden(Int)
    /// The same as for somebody who does not exist, with this status, which is no refusal.
    case unmoved(Int)
    /// Not asked.
    case skipped
}

extension RouteRule {
    /// What this caller gets of somebody who stands to them like this.
    func outcome(_ column: MatrixColumn, _ relation: Relation, method: HTTPRequest.Method) -> CellOutcome {
        if case .anyone(let status) = self { return .plain(status) }
        switch column.kind {
        case .nobody, .ended: return .turnedAway(method == .post ? 403 : 303)
        case .withoutRole:
            if case .anyWorker(let status) = self { return .plain(status) }
            return .turnedAway(303)
        case .acting: break
        }
        switch self {
        case .anyone: return .skipped
        case .anyWorker(let status), .acting(let status): return .plain(status)
        case .administrators(let status): return column.isAdministrator ? .plain(status) : .turnedAway(403)
        default: return column.isAdministrator ? .turnedAway(403) : casework(column, relation)
        }
    }

    private func casework(_ column: MatrixColumn, _ relation: Relation) -> CellOutcome {
        let sees = Sight.sees(column, relation)
        switch self {
        case .anyone, .anyWorker, .acting, .administrators: return .skipped
        case .caseworkers(let status): return .plain(status)
        case .some(let names, let status, let others): return .plain(names.contains(column.name) ? status : others)
        case .person(let status): return sees ? .shown([status]) : .hidden(404)
        case .personFor(let names, let status):
            return sees && names.contains(column.name) ? .shown([status]) : .hidden(404)
        case .event(let status): return Sight.seesEvent(column, relation) ? .shown([status]) : .hidden(404)
        case .appointment(let statuses):
            return Sight.seesAppointment(column, relation) ? .shown(statuses) : .hidden(404)
        case .notice(let status):
            let isSeen = relation == .detained && Sight.police.union(Sight.drugsTeam).contains(column.name)
            return isSeen ? .shown([status]) : .hidden(404)
        case .records(let names, let status):
            guard names.contains(column.name) else { return .hidden(403) }
            return sees ? .shown([status]) : .hidden(404)
        case .corrects(let status):
            guard Sight.seesEvent(column, relation) else { return .hidden(404) }
            return Sight.owns(column, relation) ? .shown([status]) : .told(403)
        case .receives(let status):
            guard Sight.sees(column, .own) else { return .hidden(404) }
            if relation == .own { return .told(422) }
            return sees ? .shown([status]) : .hidden(422)
        case .withdraws(let status):
            return relation == .consented && Sight.drugsTeam.contains(column.name) ? .shown([status]) : .hidden(404)
        case .acknowledges(let status):
            let isTheirs = column.name == "manager" && [.own, .referred, .consented].contains(relation)
            return isTheirs ? .shown([status]) : .hidden(404)
        case .presses(let status):
            guard Sight.boards["nottingham/cells"]?.contains(column.name) ?? false, sees else { return .hidden(404) }
            return relation == .detained ? .shown([status]) : .told(409)
        case .loads(let status):
            guard Sight.police.contains(column.name) else { return .hidden(404) }
            guard sees else { return .hidden(200) }
            // A second stay of the detained would change their row; what the line does is asked of the inspector's own.
            return relation == .own && column.name == "inspector" ? .shown([status]) : .skipped
        case .mentions(let names, let status):
            guard names.contains(column.name) else { return .hidden(404) }
            return sees ? .shown([status]) : .unmoved(status)
        }
    }
}
