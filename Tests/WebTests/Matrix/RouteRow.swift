import HTTPTypes

/// One way to ask a route: what it may answer, and how the request is made. In the path, the query and the form,
/// `{person}` and its like stand for what the relation brings.
struct RouteRow: Sendable {
    let rule: RouteRule
    /// Fills the parts of the address that are neither person nor event, in order, parted by `/`.
    let with: String
    let query: String
    let form: [(name: String, value: String)]
    /// Which event of the person the address names, where the route takes a kind of its own.
    let event: PlantedPerson.Mark?
    /// The address is that of one's own person, and whom the request is about stands in the form.
    let isInForm: Bool
    let isUpload: Bool

    init(
        _ rule: RouteRule, with: String = "", query: String = "", event: PlantedPerson.Mark? = nil,
        isInForm: Bool = false, isUpload: Bool = false, form: KeyValuePairs<String, String> = [:]
    ) {
        self.rule = rule
        self.with = with
        self.query = query
        self.form = form.map { ($0.key, $0.value) }
        self.event = event
        self.isInForm = isInForm
        self.isUpload = isUpload
    }
}

/// Whom and what a request is about.
struct CellTarget: Sendable {
    /// Whose reference stands in the request.
    var person: PlantedPerson
    var reference: String
    var event: String
    /// What stands for the other `{names}`.
    var words: [String: String]
    /// The address's person, where the form names another.
    var pathPerson: String
    var pathEvent: String
}

/// A request of the matrix.
struct CellRequest: Sendable {
    let method: HTTPRequest.Method
    let path: String
    var form: [(String, String)]
    let isUpload: Bool

    init(_ method: String, _ template: String, row: RouteRow, target: CellTarget) {
        var parts = row.with.split(separator: "/").map(String.init)[...]
        let path = template.split(separator: "/").map { part -> String in
            switch part {
            case ":person": target.pathPerson
            case ":event": target.pathEvent
            default: part.hasPrefix(":") ? parts.popFirst() ?? "missing" : String(part)
            }
        }
        var words = target.words
        words["person"] = target.reference
        words["event"] = target.event
        func filled(_ text: String) -> String {
            guard text.contains("{") else { return text }
            return words.reduce(text) { $0.replacing("{\($1.key)}", with: $1.value) }
        }
        self.method = method == "POST" ? .post : method == "HEAD" ? .head : .get
        self.path = "/" + path.joined(separator: "/") + (row.query.isEmpty ? "" : "?" + filled(row.query))
        form = row.form.map { ($0.name, filled($0.value)) }
        isUpload = row.isUpload
    }
}
