package import Domain

/// A list from another system before anything is written: what each line would do.
package struct ListPreview: Sendable {
    package var board: Board
    package var lines: [Line]
    /// Headings that the board reads and the file does not have.
    package var absent: [String]

    package struct Line: Sendable {
        /// Where it stands in the file, from 1.
        package var number: Int
        package var key: String
        /// Who it names, as the file has it.
        package var name: String
        package var born: String
        package var occurred: Moment?
        package var state: State
        /// Who it may be, the likeliest first.
        package var matches: [Match]
        let read: LineReading.Read
    }

    /// Somebody who may be the same person, and why.
    package struct Match: Sendable, Hashable {
        package var person: PersonLine
        package var why: String
        package var level: LikelyMatch.Level
    }

    package enum State: Sendable, Hashable {
        /// Nobody like them was found: a new record would be made.
        case new
        /// So like somebody that their record would be used.
        case same(person: String)
        /// This stay is in the record already.
        case already
        case problem([ListProblem])
    }

    package func count(_ isCounted: (State) -> Bool) -> Int { lines.filter { isCounted($0.state) }.count }
}

/// What a worker decided about a line.
package enum LineChoice: Sendable, Hashable {
    case new
    case person(String)
    case leaveOut
}

/// What came of a list.
package struct ListResult: Sendable {
    package var added: [Added] = []
    package var alreadyThere = 0
    package var leftOut = 0
    package var failed: [Failed] = []

    package struct Added: Sendable, Hashable {
        package var line: Int
        package var person: String
        package var isNew: Bool
    }

    mutating func add(_ person: String, line: Int, isNew: Bool, wasThere: Bool) {
        if wasThere {
            alreadyThere += 1
        } else {
            added.append(Added(line: line, person: person, isNew: isNew))
        }
    }

    package struct Failed: Sendable, Hashable {
        package var line: Int
        package var name: String
        package var problems: [ListProblem]
    }
}
