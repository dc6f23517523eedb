import Domain
import Testing

@testable import Ledger

@Suite struct LedgerEntryTests {
    @Test("An entry has the line and the leaf of the worked example, and is read back from it")
    func workedExample() throws {
        let entry = try Vectors.entry()
        #expect(entry.line == Vectors.line)
        #expect(entry.leafHash.hex == Vectors.leafHash)
        #expect(LedgerEntry(canonical: entry.bytes) == entry)
        #expect(try CanonicalJSON.parse(entry.bytes).bytes == entry.bytes)
    }

    @Test("Every kind and the extremes of number and text survive the line")
    func extremes() throws {
        let longest = String(repeating: "~", count: 128)
        for kind in LedgerKind.allCases {
            for number in [0, 1, Int64.max] {
                let entry = try LedgerEntry(
                    position: number, at: number == 0 ? .min : -number, kind: kind, actor: longest, session: "",
                    role: longest, agency: "!#[]", purpose: "", outcome: longest, commitment: .ofEmptyTree)
                #expect(LedgerEntry(canonical: entry.bytes) == entry)
                #expect(try CanonicalJSON.parse(entry.bytes).bytes == entry.bytes)
            }
        }
    }

    @Test(
        "No text that could say something about a person may stand in an entry",
        arguments: [
            "Sample Person", "a\"b", "a\\b", "\u{E9}", "a\nb", "\u{0}", "\u{7F}", String(repeating: "a", count: 129),
        ])
    func personalData(text: String) {
        #expect(throws: LedgerEntryRefusal(field: "role")) {
            try LedgerEntry(
                position: 0, at: 0, kind: .search, actor: "W1", session: "", role: text, agency: "", purpose: "",
                outcome: "", commitment: .ofEmptyTree)
        }
        #expect(LedgerEntry(canonical: Array(Vectors.line.replacing("care", with: text).utf8)) == nil)
    }

    @Test("A position below zero is refused")
    func negativePosition() {
        #expect(throws: LedgerEntryRefusal(field: "position")) {
            try LedgerEntry(
                position: -1, at: 0, kind: .search, actor: "", session: "", role: "", agency: "", purpose: "",
                outcome: "", commitment: .ofEmptyTree)
        }
        #expect(LedgerEntry(canonical: Array(Vectors.line.replacing(":0,", with: ":-1,").utf8)) == nil)
    }

    @Test(
        "A line that says the same in another way is refused",
        arguments: [
            ("{", "{ "), ("\"at\":1", "\"at\":01"), ("\"position\":0", "\"position\":-0"), ("consultation", "looked"),
            ("W1", "W\\u0031"), ("}", "}\n"), ("}", ""), ("\"session\":\"S1\"", "\"session\":\"S1\",\"x\":\"\""),
            ("\"agency\":\"north\",", ""), ("1760000000000", "17600000000000000000000"), ("1760000000000", "1.5"),
            (Vectors.commitment, Vectors.commitment.uppercased()), (Vectors.commitment, "00"),
        ])
    func notCanonical(old: String, new: String) {
        let line = Vectors.line.replacing(old, with: new)
        #expect(line != Vectors.line)
        #expect(LedgerEntry(canonical: Array(line.utf8)) == nil)
    }

    @Test("The commitment is the hash of salt and content, and hides neither from the other")
    func commitment() throws {
        #expect(Commitment.of(salt: [1, 2], content: [3]) == LedgerHash(hashing: [1, 2, 3]).bytes)
        #expect(try Vectors.entry().commitment.hex == Vectors.commitment)
    }

    @Test("An event has the digest of the worked example; its sections may come in any order, but only once each")
    func eventDigest() throws {
        var event = Vectors.event()
        #expect(event.digest?.hex == Vectors.eventDigest)
        event.sections.reverse()
        #expect(event.digest?.hex == Vectors.eventDigest)
        event.sections.append(event.sections[0])
        #expect(event.digest == nil)
    }

    @Test("An event of which only the day is known has the digest of the worked example, and no other day gives it")
    func dayOnlyDigest() {
        var event = Vectors.dayOnlyEvent()
        #expect(event.digest?.hex == Vectors.dayOnlyDigest)
        for day in [nil, "", "null", "2025-10-09", "2025-10-08 "] {
            event.occurredOn = day
            #expect(event.digest != nil && event.digest?.hex != Vectors.dayOnlyDigest)
        }
        var timed = Vectors.event()
        timed.occurredOn = "1969-12-31"
        #expect(timed.digest?.hex != Vectors.eventDigest)
    }

    @Test("Two sections run together in one row are not the event that was committed")
    func splicedSections() {
        var event = Vectors.event()
        event.sections = [("custody", #"{"cell":null},"tests":{"drugs":["opiates"],"score":0}"#)]
        #expect(event.digest == nil)
    }

    @Test("Content names events and erasures, and is read back as it was written")
    func content() throws {
        let content = EntryContent(
            events: [.init(id: "E1", digest: .ofEmptyTree)], erasedEntries: [5, 6], erasedEvents: ["E0"])
        let object = CanonicalObject(content.members + [("people", ["SAMPLE-1"])])
        #expect(EntryContent(object) == content)
        #expect(EntryContent(CanonicalObject([])) == EntryContent())
        for text in [
            #"{"events":{}}"#, #"{"events":[1]}"#, #"{"events":[{"id":"E1"}]}"#,
            #"{"events":[{"digest":"00","id":"E1"}]}"#,
            #"{"erased":[]}"#, #"{"erased":{"entries":[]}}"#, #"{"erased":{"entries":["5"],"events":[]}}"#,
        ] {
            let object = try #require(CanonicalObject(canonical: Array(text.utf8)))
            #expect(EntryContent(object) == nil)
        }
    }
}
