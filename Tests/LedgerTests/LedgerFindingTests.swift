import Foundation
import Testing

@testable import Ledger

@Suite struct LedgerFindingTests {
    /// One of each kind, and both forms where a sentence has two.
    static let everyFinding: [LedgerFinding] = [
        .entriesMissing(from: 11, through: 11), .entriesMissing(from: 11, through: 22), .entryOutOfOrder(11),
        .entryNotCanonical(11), .positionDiffers(11, written: 22), .leafHashDiffers(11), .commitmentDiffers(11),
        .contentNotCanonical(11), .contentMissing(11), .contentNotErased(11), .contentWithoutEntry(11),
        .erasureUnsupported(11, by: 22), .erasureUnregistered(11, by: 22), .eventDiffers(11, event: "E"),
        .eventMissing(11, event: "E"), .eventNotErased(11, event: "E"), .eventUnnamed("E"),
        .eventErasureUnsupported("E", by: 22), .eventErasureUnregistered("E", by: 22), .checkpointUnreadable(11),
        .checkpointSizeDiffers(11, written: 22), .checkpointOriginDiffers(11), .checkpointSignatureBad(11),
        .checkpointRootDiffers(23, since: 22), .checkpointRootDiffers(45, since: 22),
        .checkpointNotExtension(11, of: 22),
    ]

    @Test("docs/ledger.md explains every finding in the words in which it is said", arguments: everyFinding)
    func documented(finding: LedgerFinding) throws {
        let project = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../..")
        let page = try String(contentsOf: project.appending(path: "docs/ledger.md"), encoding: .utf8)
        let places = [("11", "N"), ("22", "M"), ("23", "N"), ("44", "L"), ("45", "N")]
        let sentence = places.reduce(finding.line) { $0.replacing($1.0, with: $1.1) }
        #expect(page.contains("| `\(sentence)` |"))
    }
}
