import Foundation
import Testing

/// Each rule is shown to catch a bad example, pass a good one, and hold over the project.
struct TidyTests {
    @Test("No target imports what its layer may not")
    func imports() throws {
        #expect(ImportTable.strangers(in: "package import Foundation\n", target: "Domain") == ["Foundation"])
        #expect(ImportTable.strangers(in: "@testable import struct Yams.Node\n", target: "Store") == ["Yams"])
        #expect(ImportTable.strangers(in: "import Domain\n// import Foundation\n", target: "Store").isEmpty)
        for file in try SourceTree.files(below: "Sources", ending: ".swift") {
            let strangers = ImportTable.strangers(in: file.text, target: file.target)
            #expect(strangers.isEmpty, "\(file.path) imports \(strangers)")
        }
    }

    @Test("SQL stands in Store, the drivers and the migration runner only")
    func sql() throws {
        #expect(HouseRules.holdsSQL("    \"SELECT id FROM people\""))
        #expect(!HouseRules.holdsSQL("/// Selects the people"))
        let homes: Set<String> = ["Store", "SQLAccess", "SQLiteAccess", "PostgresAccess"]
        for file in try SourceTree.files(below: "Sources", ending: ".swift") where !homes.contains(file.target) {
            for (number, line) in file.lines.enumerated() {
                #expect(!HouseRules.holdsSQL(line), "\(file.path):\(number + 1) holds SQL")
            }
        }
    }

    @Test("Raw markup is made nowhere")
    func rawMarkup() throws {
        #expect(HouseRules.makesRawMarkup("let page = HTML(verbatim: text)"))
        for file in try SourceTree.files(below: "Sources", ending: ".swift") where file.target != "Markup" {
            #expect(!file.lines.contains(where: HouseRules.makesRawMarkup), "\(file.path) makes raw markup")
        }
    }

    @Test("No error is dropped and nothing stops the program on input")
    func droppedErrors() throws {
        #expect(HouseRules.dropsErrors("let x = try? read()"))
        #expect(!HouseRules.dropsErrors("/// never `try?`"))
        #expect(!HouseRules.dropsErrors("let kind = entry?.kind"))
        for file in try SourceTree.files(below: "Sources", ending: ".swift") {
            for (number, line) in file.lines.enumerated() where HouseRules.dropsErrors(line) {
                Issue.record("\(file.path):\(number + 1): \(line)")
            }
        }
    }

    @Test("Types have names that say something")
    func names() throws {
        #expect(HouseRules.declaresEmptyName("struct ReferralManager {"))
        #expect(!HouseRules.declaresEmptyName("struct Referral {"))
        for file in try SourceTree.files(below: "Sources", ending: ".swift") {
            for (number, line) in file.lines.enumerated() where HouseRules.declaresEmptyName(line) {
                Issue.record("\(file.path):\(number + 1): \(line)")
            }
        }
    }

    @Test("No scheme, programme, agency or form of the shipped schemes is named in Sources")
    func schemeNames() throws {
        let names = try SchemeNames.all()
        #expect(names.contains("nottingham"))
        #expect(names.contains("required-assessment"))
        for file in try SourceTree.files(below: "Sources", ending: ".swift") {
            for name in names where SchemeNames.mentions(name, in: file.text) {
                Issue.record("\(file.path) names \(name)")
            }
        }
    }

    @Test("No source file is longer than 300 lines")
    func length() throws {
        for file in try SourceTree.files(below: "Sources", ending: ".swift") {
            #expect(file.lines.count <= 300, "\(file.path) has \(file.lines.count) lines")
        }
    }

    @Test("Nothing is left to be done later in a comment")
    func leftovers() throws {
        let words = ["TO" + "DO", "FIX" + "ME"]
        for file in try SourceTree.files(below: "Sources", ending: ".swift") {
            for word in words { #expect(!file.text.contains(word), "\(file.path) holds \(word)") }
        }
    }
}
