package import Domain
import Ledger
import Store

/// Fills a board from another system's list: looks first, writes when a worker has agreed. Loading a list twice adds
/// nothing, whoever loads it.
package struct LoadList: Sendable {
    let world: World

    package init(_ world: World) {
        self.world = world
    }

    /// The board whose list it is; `nil` where this role has no such board, or the board takes no list.
    package func board(_ id: String, by viewer: Viewer) -> Board? {
        guard let board = OpenBoard(world).boards(for: viewer).first(where: { $0.id == id }), let load = board.load,
            let type = world.definitions.recordType(load.record),
            RecordingRights(rules: world.rules.current).mayComplete(type, viewer: viewer)
        else { return nil }
        return board
    }

    /// What each line would do. Nothing is written but the look.
    ///
    /// - Throws: `Missing`, `ListRefusal` or a fault.
    package func preview(_ text: String, on board: String, by viewer: Viewer) async throws -> ListPreview {
        let setting = try setting(text, on: board, by: viewer)
        let preview = try await world.database.read { connection in
            var seen: Set<String> = []
            let lines = try setting.file.lines.map { line in
                var line = try setting.matching.line(line, on: connection)
                // The same stay twice in one file counts once.
                if case .problem = line.state { return line }
                if !seen.insert(line.key).inserted { line.state = .already }
                return line
            }
            return ListPreview(board: setting.board, lines: lines, absent: setting.file.absent)
        }
        let people = preview.lines.flatMap { $0.matches.map(\.person.subject) }
        try await world.keepLook(
            "load", kind: .search, subjects: Array(Set(people)).sorted(), details: [("board", .string(board))],
            by: viewer)
        return preview
    }

    /// Writes the lines, each by itself: what a fault stops part of the way is loaded by loading the list again.
    ///
    /// - Parameter choices: by line number; a line without one is treated as the preview proposes.
    package func callAsFunction(
        _ text: String, on board: String, choices: [Int: LineChoice], by viewer: Viewer
    ) async throws -> ListResult {
        let preview = try await preview(text, on: board, by: viewer)
        let setting = try setting(text, on: board, by: viewer)
        var result = ListResult()
        for line in preview.lines {
            switch line.state {
            case .already: result.alreadyThere += 1
            case .problem(let problems):
                result.failed.append(ListResult.Failed(line: line.number, name: line.name, problems: problems))
            case .new: try await write(line, choices[line.number] ?? .new, setting, viewer, &result)
            case .same(let person):
                try await write(line, choices[line.number] ?? .person(person), setting, viewer, &result)
            }
        }
        return result
    }

    private func write(
        _ line: ListPreview.Line, _ choice: LineChoice, _ setting: Setting, _ viewer: Viewer,
        _ result: inout ListResult
    ) async throws {
        let key = ListLine(list: setting.board.id, key: line.key)
        let type = setting.load.record
        do {
            switch choice {
            case .leaveOut: result.leftOut += 1
            case .new:
                let made = try await RegisterPerson(world).registered(
                    type: setting.identification.id, answers: line.read.identity,
                    also: [(type: type, answers: line.read.record, occurred: line.read.occurred)], line: key, by: viewer
                )
                result.add(made.person, line: line.number, isNew: true, wasThere: made.wasRepeated)
            case .person(let person):
                var request = RecordRequest(
                    subject: person, type: type, answers: line.read.record, occurred: line.read.occurred, line: key)
                request.warningsRead = nil
                let receipt = try await RecordEvent(world)(request, by: viewer)
                result.add(receipt.subject, line: line.number, isNew: false, wasThere: receipt.wasRepeated)
            }
        } catch RecordRefusal.problems(let problems) {
            let words = problems.map { problem in
                ListProblem(column: setting.heading(of: problem.field), message: problem.message)
            }
            result.failed.append(ListResult.Failed(line: line.number, name: line.name, problems: words))
        } catch is Missing {
            let words = ListProblem(column: nil, message: "The record chosen for it cannot be opened. Choose another.")
            result.failed.append(ListResult.Failed(line: line.number, name: line.name, problems: [words]))
        } catch RecordRefusal.tooBusy {
            let words = ListProblem(column: nil, message: "Others were writing to that record. Load the list again.")
            result.failed.append(ListResult.Failed(line: line.number, name: line.name, problems: [words]))
        }
    }

    /// Everything a list is read with.
    private struct Setting: Sendable {
        let board: Board
        let load: Board.Load
        let file: ListFile
        let identification: RecordType
        let matching: LineMatching

        func heading(of field: String) -> String? {
            load.columns.first { column in
                if case .field(let id) = column.target { id == field } else { false }
            }?.heading ?? matching.reading.record.field(field)?.question
        }
    }

    private func setting(_ text: String, on board: String, by viewer: Viewer) throws -> Setting {
        let (rules, now) = (world.rules.current, world.now())
        guard let board = self.board(board, by: viewer), let load = board.load,
            let record = rules.definitions.recordType(load.record),
            let identification = rules.definitions.recordTypes.first(where: { $0.actsAs == .identification })
        else { throw Missing() }
        let rights = RecordingRights(rules: rules)
        for type in [record, identification] where !rights.mayComplete(type, viewer: viewer) {
            throw ListRefusal.notForYourRole(type: type.title, role: rights.roleTitle(viewer))
        }
        let file = try ListFile(text, load: load)
        let reading = LineReading(
            file: file, record: rights.asked(record, viewer: viewer),
            identification: rights.asked(identification, viewer: viewer), rules: rules, viewer: viewer, now: now)
        let matching = LineMatching(
            file: file, reading: reading, list: board.id,
            rule: rules.policy.rule(for: viewer, today: London.day(of: now)))
        return Setting(board: board, load: load, file: file, identification: identification, matching: matching)
    }
}
