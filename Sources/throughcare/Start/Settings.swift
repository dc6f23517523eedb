import Foundation
import SchemeFiles

/// What is set apart from the command line, where an option of the same name goes before it.
///
/// Three places are looked at, and the first that says something counts: the environment (`THROUGHCARE_METRICS_PORT` for
/// `metrics-port`, with commas between several), the folder of credentials that systemd names, and the file that
/// `THROUGHCARE_SETTINGS` names.
struct Settings: Sendable {
    enum Name: String, CaseIterable, Sendable {
        case database, keys, address, port, host, assets
        case trustedProxy = "trusted-proxy"
        case tlsCertificate = "tls-certificate"
        case tlsKey = "tls-key"
        case metricsPort = "metrics-port"

        var variable: String { "THROUGHCARE_" + rawValue.uppercased().replacing("-", with: "_") }

        /// Whether a credential of this name is the file meant, rather than holding what is said.
        var isFile: Bool { self == .keys || self == .tlsKey || self == .tlsCertificate }

        var isNumber: Bool { self == .port || self == .metricsPort }
        var isSeveral: Bool { self == .host || self == .trustedProxy }
    }

    /// Those of this run.
    @TaskLocal static var current = Settings()

    private var values: [Name: [String]] = [:]

    /// None.
    init() {}

    /// Reads all three places.
    ///
    /// Throws an `Ending` that says all that is wrong: a file that cannot be read or names something unknown, or a value
    /// that cannot be.
    init(environment: [String: String]) throws {
        if let path = environment["THROUGHCARE_SETTINGS"], !path.isEmpty { values = try Self.file(path) }
        let credentials = environment[FileSafety.credentialsVariable].flatMap { folder in
            folder.isEmpty ? nil : URL(fileURLWithPath: folder)
        }
        for name in Name.allCases {
            if let credentials, let said = try Self.credential(name, in: credentials) { values[name] = [said] }
            if let said = environment[name.variable], !said.isEmpty {
                values[name] = name.isSeveral ? said.split(separator: ",").map { $0.trimmed } : [said]
            }
        }
        try check()
    }

    func texts(_ name: Name) -> [String] { values[name] ?? [] }
    func text(_ name: Name) -> String? { values[name]?.first }
    func number(_ name: Name) -> Int? { text(name).flatMap { Int($0) } }

    private static func file(_ path: String) throws -> [Name: [String]] {
        guard let content = FileManager.default.contents(atPath: path) else {
            throw Ending.unreadable("The settings \(path), which THROUGHCARE_SETTINGS names, cannot be read.")
        }
        let (values, diagnostics) = SettingsReading.read(
            SourceFile(path: path, name: path, bytes: Array(content)), names: Name.allCases.map(\.rawValue))
        guard !diagnostics.hasErrors else {
            throw Ending(.usage, diagnostics.map(\.description).joined(separator: "\n"))
        }
        let password = values[Name.database.rawValue]?.first.flatMap { URLComponents(string: $0)?.password }
        if password != nil, let safety = FileSafety(path), safety.mode & 0o007 != 0 {
            throw Ending.refused("\(path) holds a password and can be reached by everybody. Run chmod o-rwx on it.")
        }
        return Dictionary(
            uniqueKeysWithValues: Name.allCases.compactMap { name in values[name.rawValue].map { (name, $0) } })
    }

    private static func credential(_ name: Name, in folder: URL) throws -> String? {
        let path = folder.appendingPathComponent(name.rawValue).path
        guard FileManager.default.fileExists(atPath: path) else { return nil }
        if name.isFile { return path }
        guard let content = FileManager.default.contents(atPath: path) else {
            throw Ending.unreadable("The credential \(path) cannot be read.")
        }
        return String(decoding: content, as: UTF8.self).trimmed
    }

    private func check() throws {
        var problems: [String] = []
        for name in Name.allCases {
            if name.isNumber, let said = text(name), !(0...65_535).contains(Int(said) ?? -1) {
                problems.append("`\(name.rawValue)` is a port, a whole number from 0 to 65535; “\(said)” is none.")
            }
            if !name.isSeveral, texts(name).count > 1 {
                problems.append("`\(name.rawValue)` is set to several things and takes one.")
            }
        }
        guard problems.isEmpty else { throw Ending(.usage, problems.joined(separator: "\n")) }
    }
}

extension StringProtocol {
    fileprivate var trimmed: String { trimmingCharacters(in: .whitespacesAndNewlines) }
}
