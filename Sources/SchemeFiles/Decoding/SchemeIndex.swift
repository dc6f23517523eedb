import Domain

/// What is defined where, over all schemes that are read together.
struct SchemeIndex: Sendable {
    /// The kinds of definition whose ids carry their scheme.
    enum Kind: String, CaseIterable {
        case recordType = "record type"
        case programme
        case decision
        case board
        case codeList = "code list"
        case agreement = "sharing agreement"
        case letter

        /// The key of a file's section.
        var section: String {
            switch self {
            case .recordType: "record-types"
            case .programme: "programmes"
            case .decision: "decisions"
            case .board: "boards"
            case .codeList: "code-lists"
            case .agreement: "sharing-agreements"
            case .letter: "letters"
            }
        }
    }

    /// Where each scheme-qualified id is defined.
    var places: [Kind: [String: SourcePlace]] = [:]
    /// Which scheme a file belongs to: a reference is read from where it is written, even when it is inherited.
    var schemeOfFile: [String: String] = [:]
    /// The schemes that each builds on, directly or through others.
    var reach: [String: [String]] = [:]
    var categories: [String: Scheme.Category] = [:]
    var roles: [String: Scheme.Role] = [:]
    var purposes: Set<String> = []
    var hours: Set<String> = []
    var subjectKinds: Set<String> = ["person"]
    var types: [String: RecordType] = [:]
    /// Fields, as `type field`, whose kind could not be read: they exist, and no more is said of them.
    private var unreadFields: Set<String> = []
    /// Names that stand before a colon in files that were not read to the end: they may be defined there.
    var unreadNames: Set<String> = []
    /// A heading is missing, so that nobody knows which schemes this one builds on.
    var isIncomplete = false
    var lists: [String: CodeList] = [:]
    /// Every code a list ever had.
    var listCodes: [String: Set<String>] = [:]
    var outlines: [String: ProgrammeOutline] = [:]
    /// Where the parts of programmes and decisions are defined, by `programme-id clock-id` and the like.
    var partPlaces: [Part: [String: SourcePlace]] = [:]

    enum Part {
        case clock
        case stage
        case ending
        case rule
        /// A stop or a warning of a record type.
        case objection
    }

    mutating func noteUnread(_ type: String, _ field: String) { unreadFields.insert(type + " " + field) }

    func isUnread(_ type: String, _ field: String) -> Bool { unreadFields.contains(type + " " + field) }

    /// Whether something that was not found may only not have been read.
    func mayBeUnread(_ name: String) -> Bool {
        isIncomplete || unreadNames.contains(name.split(separator: "/").last.map(String.init) ?? name)
    }

    mutating func note(_ part: Part, _ owner: String, _ id: String, _ place: SourcePlace) {
        partPlaces[part, default: [:]][owner + " " + id] = place
    }

    func place(_ part: Part, _ owner: String, _ id: String) -> SourcePlace? {
        partPlaces[part]?[owner + " " + id]
    }
}

/// What others may refer to in a programme, known before it is read.
struct ProgrammeOutline: Sendable {
    var id: String
    var isTemplate: Bool
    /// What it extends was not found, so that nobody knows what it has.
    var isBroken: Bool
    /// In order.
    var stages: [String]
    var clocks: [String]
    var values: [String]
    var flags: [String]
    /// With everything it inherits.
    var node: SourceNode

    /// As the pages call its clocks, and the alarm of nobody leading.
    var titlesOfDeadlines: [String] {
        let clocks = (node["clocks"]?.entries ?? []).map(\.value)
        return (clocks + [node["lead"]?["alarm"]].compactMap(\.self)).compactMap { $0["title"]?.text }
    }
}
