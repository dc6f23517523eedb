import Domain

/// Reads the options of a choice.
struct OptionDecoding {
    let values: ValueReading

    /// A mapping of codes to titles, or a list of `{code, title, hint, points}`.
    func options(_ node: SourceNode, most: Int = SourceLimits.parts) -> [Option] {
        var options: [Option] = []
        var seen: Set<String> = []
        func add(_ option: Option, _ place: SourcePlace) {
            if seen.insert(option.code).inserted {
                options.append(option)
            } else {
                values.log.error(place, "the code \(Wording.quoted(option.code)) is written twice")
            }
        }
        if node.entries != nil {
            for entry in values.parts(node, "titles", most: most) {
                checkCode(entry.key, entry.place)
                add(Option(code: entry.key, title: values.words(entry.value) ?? entry.key), entry.place)
            }
        } else {
            for item in values.list(node, most: most) {
                guard let keys = SourceKeys(item, "an option", values.log) else { continue }
                if let option = option(keys) { add(option, item.place) }
                keys.finish()
            }
        }
        if options.isEmpty && node.isEmptyCollection {
            values.log.error(node.place, "there is nothing to choose from here")
        }
        return options
    }

    func option(_ keys: SourceKeys) -> Option? {
        let node = keys.required("code")
        let title = values.words(keys.required("title"))
        let hint = values.words(keys.optional("hint")) ?? ""
        let points = values.whole(keys.optional("points"), -10_000...10_000)
        let alone = values.flag(keys.optional("excludes-others")) ?? false
        guard let node, let code = values.string(node, "a code") else { return nil }
        checkCode(code, node.place)
        return Option(code: code, title: title ?? code, hint: hint, points: points, excludesOthers: alone)
    }

    private func checkCode(_ code: String, _ place: SourcePlace) {
        let isCode =
            (1...60).contains(code.utf8.count)
            && code.utf8.allSatisfy { byte in
                switch Unicode.Scalar(byte) {
                case "a"..."z", "A"..."Z", "0"..."9", "-", "_", ".", "+": true
                default: false
                }
            }
        if !isCode {
            values.log.error(
                place,
                "\(Wording.quoted(code)) is not a code: use letters, digits, dashes, dots, plus signs and underscores")
        }
    }
}
