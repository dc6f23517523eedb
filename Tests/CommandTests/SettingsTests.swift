import ArgumentParser
import Foundation
import Testing

@testable import throughcare

struct SettingsTests {
    @Test("What is in a file counts unless a credential, the environment or an option says something else")
    func order() throws {
        let folder = try SandboxFolder()
        try folder.write(
            """
            database: from-file.sqlite
            port: 8101
            host: [one.example, two.example]
            address: 127.0.0.2
            metrics-port: 9001
            """, to: "settings.yaml", mode: 0o600)
        try folder.write("postgres://from-credential/db\n", to: "credentials/database", mode: 0o600)
        try folder.write("not read", to: "credentials/keys", mode: 0o600)
        let settings = try Settings(environment: [
            "THROUGHCARE_SETTINGS": folder.path("settings.yaml"), "CREDENTIALS_DIRECTORY": folder.path("credentials"),
            "THROUGHCARE_PORT": "8102", "THROUGHCARE_TRUSTED_PROXY": "10.0.0.1, 10.0.0.2", "THROUGHCARE_ADDRESS": "",
        ])
        try Settings.$current.withValue(settings) {
            let database = try DatabaseOptions.parse([])
            #expect(database.name == "postgres://from-credential/db")
            #expect(database.keyFile == folder.path("credentials/keys"))
            #expect(try DatabaseOptions.parse(["--database", "said.sqlite"]).name == "said.sqlite")
            let listening = try ListeningOptions.parse(["--metrics-port", "9002"])
            #expect(listening.port == 8102)
            #expect(listening.address == "127.0.0.2")
            #expect(listening.host == ["one.example", "two.example"])
            #expect(listening.trustedProxy == ["10.0.0.1", "10.0.0.2"])
            #expect(listening.figuresPort == 9002)
            #expect(try ListeningOptions.parse(["--host", "said.example"]).host == ["said.example"])
        }
        #expect(try DatabaseOptions.parse([]).name == "data/throughcare.sqlite")
    }

    @Test(
        "A setting that cannot be is refused with its name",
        arguments: [
            (["THROUGHCARE_PORT": "many"], "`port`"), (["THROUGHCARE_METRICS_PORT": "70000"], "`metrics-port`"),
        ])
    func values(environment: [String: String], name: String) throws {
        #expect { try Settings(environment: environment) } throws: { error in
            Ending(error).code == .usage && Ending(error).message.contains(name)
        }
    }

    @Test("A file with an unknown name, or several where one belongs, is refused with the place; a missing one too")
    func files() throws {
        let folder = try SandboxFolder()
        try folder.write("databse: x\n", to: "misspelt.yaml", mode: 0o600)
        try folder.write("port: [1, 2]\n", to: "several.yaml", mode: 0o600)
        for (file, code, said) in [
            ("misspelt.yaml", Ending.Code.usage, "misspelt.yaml:1:1: error: unknown key `databse`"),
            ("several.yaml", .usage, "`port` is set to several things"), ("none.yaml", .unreadable, "cannot be read"),
        ] {
            #expect { try Settings(environment: ["THROUGHCARE_SETTINGS": folder.path(file)]) } throws: { error in
                Ending(error).code == code && Ending(error).message.contains(said)
            }
        }
    }

    @Test("A file that holds a password is not for everybody, and an address that is none is not printed")
    func passwords() async throws {
        let folder = try SandboxFolder()
        try folder.write("database: postgres://a:secret@db/x\n", to: "open.yaml", mode: 0o644)
        try folder.write("database: postgres://a:secret@db/x\n", to: "shared.yaml", mode: 0o640)
        #expect { try Settings(environment: ["THROUGHCARE_SETTINGS": folder.path("open.yaml")]) } throws: { error in
            Ending(error).code == .refused && !Ending(error).message.contains("secret")
        }
        #expect(try Settings(environment: ["THROUGHCARE_SETTINGS": folder.path("shared.yaml")]).text(.database) != nil)
        let misspelt = try DatabaseOptions.parse(["--database", "postgress://a:secret@db/x"])
        await #expect { try await Engine.open(misspelt, mayMake: true) } throws: { error in
            Ending(error).code == .usage && !Ending(error).message.contains("secret")
        }
    }

    @Test("The address of a database, which may hold a password, is not told with the help")
    func help() throws {
        let settings = try Settings(environment: ["THROUGHCARE_DATABASE": "postgres://a:secret@db/x"])
        Settings.$current.withValue(settings) {
            #expect(!Throughcare.helpMessage(for: Serve.self).contains("secret"))
        }
    }
}
