import Foundation

/// The files of one scheme as they lie on disk, before anything is read into them.
package struct SchemeFolder: Sendable {
    /// The path as given.
    package var path: String
    /// Every `*.yaml` file in it and its subfolders but `scenarios/` and `demo/`, in the order of their paths' bytes.
    package var files: [SourceFile]
    /// The `*.yaml` files under `scenarios/`, in the same order.
    package var scenarios: [SourceFile]
    package var diagnostics: [Diagnostic]

    package init(path: String, files: [SourceFile], scenarios: [SourceFile] = [], diagnostics: [Diagnostic] = []) {
        self.path = path
        self.files = files
        self.scenarios = scenarios
        self.diagnostics = diagnostics
    }

    /// The folder's own name.
    package var name: String {
        path.split(separator: "/").last.map(String.init) ?? path
    }

    /// The folder of another scheme, beside this one.
    package func sibling(_ name: String) -> String {
        var path = path
        while path.count > 1 && path.hasSuffix("/") { path.removeLast() }
        guard let slash = path.lastIndex(of: "/") else { return path == "." ? "../" + name : name }
        return path[...slash] + name
    }
}

extension SchemeFolder {
    /// Reads the folder; what cannot be read is in `diagnostics`.
    package init(reading path: String) {
        var walk = FolderWalk(root: path)
        walk.visit("")
        let isScenario: (SourceFile) -> Bool = { $0.name.hasPrefix("scenarios/") }
        self.init(
            path: path, files: walk.files.filter { !isScenario($0) }, scenarios: walk.files.filter(isScenario),
            diagnostics: walk.diagnostics)
    }
}

/// Walks a folder of definitions within the limits, without following links.
private struct FolderWalk {
    let root: String
    private(set) var files: [SourceFile] = []
    private(set) var diagnostics: [Diagnostic] = []
    private var bytes = 0
    private static let depth = 8

    init(root: String) {
        self.root = root
    }

    private func path(_ name: String) -> String {
        name.isEmpty ? root : (root.hasSuffix("/") ? root : root + "/") + name
    }

    private mutating func report(_ name: String, _ message: String) {
        diagnostics.append(Diagnostic(SourcePlace(file: path(name), line: 1, column: 1), .error, message))
    }

    mutating func visit(_ folder: String) {
        guard folder.split(separator: "/").count < Self.depth else {
            report(folder, "folders are nested more than \(Self.depth) deep")
            return
        }
        let names: [String]
        do {
            names = try FileManager.default.contentsOfDirectory(atPath: path(folder))
        } catch {
            report(folder, "there is no folder here that can be read")
            return
        }
        for name in names.sorted(by: { $0.utf8.lexicographicallyPrecedes($1.utf8) }) where !name.hasPrefix(".") {
            visit(item: folder.isEmpty ? name : folder + "/" + name)
        }
    }

    private mutating func visit(item name: String) {
        guard name != "demo" else { return }
        do {
            let attributes = try FileManager.default.attributesOfItem(atPath: path(name))
            switch attributes[.type] as? FileAttributeType {
            case .typeDirectory?: visit(name)
            case .typeRegular?: try read(name, size: attributes[.size] as? Int ?? 0)
            default:
                if name.hasSuffix(".yaml") { report(name, "this is not a plain file; links are not followed") }
            }
        } catch {
            report(name, "this cannot be read")
        }
    }

    private mutating func read(_ name: String, size: Int) throws {
        if name.hasSuffix(".yml") { report(name, "the name of a file of definitions ends in `.yaml`") }
        guard name.hasSuffix(".yaml") else { return }
        guard files.count < SourceLimits.files else {
            if files.count == SourceLimits.files {
                report(name, "a scheme has at most \(SourceLimits.files) files; this one is not read")
            }
            return
        }
        guard size <= SourceLimits.fileBytes else {
            report(name, "this file is larger than \(SourceLimits.fileBytes / 1024) KiB and is not read")
            return
        }
        guard bytes + size <= SourceLimits.folderBytes else {
            report(name, "the files of a scheme are larger than \(SourceLimits.folderBytes >> 20) MiB in all")
            return
        }
        let content = try Data(contentsOf: URL(fileURLWithPath: path(name)))
        bytes += content.count
        files.append(SourceFile(path: path(name), name: name, bytes: Array(content)))
    }
}
