import Yams

/// The parser's complaints in plain English.
enum SyntaxError {
    static func explain(_ error: any Error, lines: SourceLines) -> (mark: (line: Int, column: Int), problem: String) {
        guard let error = error as? YamlError else { return ((1, 1), "this cannot be read as YAML") }
        switch error {
        case .scanner(let context, let problem, let mark, _), .parser(let context, let problem, let mark, _):
            return ((mark.line, mark.column), words(problem, context?.text))
        case .composer(_, let problem, let mark, _):
            return ((mark.line, mark.column), words(problem, nil))
        case .reader(let problem, let offset, _, _):
            return (lines.place(ofCharacter: offset ?? 0), words(problem, nil))
        case .no, .memory, .writer, .emitter, .representer, .dataCouldNotBeDecoded, .duplicatedKeysInMapping:
            return ((1, 1), "this cannot be read as YAML")
        }
    }

    private static func words(_ problem: String, _ context: String?) -> String {
        let known: [(sign: String, words: String)] = [
            ("mapping values are not allowed", "a `:` is not allowed here; put text that holds `: ` in quotes"),
            ("could not find expected ':'", "this key has no `:` after it, or a quote is not closed"),
            ("did not find expected key", "a key was expected here; check the indentation and the line before"),
            ("did not find expected '-' indicator", "a `- ` was expected here; check the indentation"),
            (
                "found character that cannot start any token",
                "this character cannot start a value; use spaces, not tabs, and quotes"
            ),
            ("found a tab character", "use spaces, not tabs, to indent"),
            ("found unexpected end of stream", "the file ends inside quotes"),
            ("did not find expected ',' or ']'", "a `,` or `]` was expected here"),
            ("did not find expected ',' or '}'", "a `,` or `}` was expected here"),
            ("block sequence entries are not allowed", "a `- ` is not allowed here; start it on a line of its own"),
            ("found unknown escape character", "this escape is not known; in \"…\" write `\\\\` for a backslash"),
            ("but found another document", "a file holds one document"),
            ("Maximum nesting level", "this is nested too deep"),
        ]
        if let match = known.first(where: { problem.contains($0.sign) }) { return match.words }
        return "this is not YAML: " + problem + (context.map { " (\($0))" } ?? "")
    }
}
