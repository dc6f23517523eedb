/// Reads a file of settings: YAML with a name and a text, or a list of texts, on each line.
package enum SettingsReading {
    /// - Parameter names: what may be set; any other name is a mistake, which is reported with the nearest of these.
    /// - Returns: what is said of each name, and what is wrong with the file. With errors the values are not to be used.
    package static func read(
        _ file: SourceFile, names: [String]
    ) -> (values: [String: [String]], diagnostics: [Diagnostic]) {
        let log = DiagnosticLog()
        let tree = SourceTree(file: file.path, bytes: file.bytes)
        log.add(tree.diagnostics)
        var values: [String: [String]] = [:]
        if let root = tree.root, !root.isNothing, let keys = SourceKeys(root, "the settings", log) {
            let reading = ValueReading(log: log)
            for name in names {
                guard let node = keys.optional(name) else { continue }
                let nodes = node.text == nil ? reading.list(node) : [node]
                values[name] = nodes.compactMap { reading.string($0, "the text of `\(name)`") }
            }
            keys.finish()
        }
        return (values, log.entries.inOrder)
    }
}
