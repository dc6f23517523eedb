@testable import Ledger

/// The ways in which the tampering test spoils a ledger. Each gives the findings of which at least one must come.
enum Spoiling: CaseIterable {
    case line, leafHash, salt, content, lineAndLeafHash, entryGone, endGone, entriesSwapped, contentGone
    case contentErasedByLie, contentBack, registerLineGone, registerLineMoved, eventField, eventDay, eventAnswers
    case eventGone, eventSaltGone, eventAdded, noteByte, noteOfOtherKey, noteMoved, signedAgain

    func spoil(_ ledger: inout SampleLedger, _ dice: inout Dice) throws -> [LedgerFinding] {
        let place = dice.number(below: ledger.entries.count)
        let at = Int64(place)
        switch self {
        case .line:
            ledger.entries[place].entry.changeOneByte(&dice)
            return [.leafHashDiffers(at)]
        case .leafHash:
            ledger.entries[place].leafHash.changeOneByte(&dice)
            return [.leafHashDiffers(at)]
        case .salt:
            guard ledger.entries[place].salt?.changeOneByte(&dice) != nil else { return [] }
            return [.commitmentDiffers(at)]
        case .content:
            guard ledger.entries[place].content?.changeOneByte(&dice) != nil else { return [] }
            return [.commitmentDiffers(at)]
        case .lineAndLeafHash:
            return [try Self.rewrite(place, in: &ledger)]
        case .entryGone:
            ledger.entries.remove(at: place)
            return [.entriesMissing(from: at, through: at)]
        case .endGone:
            ledger.entries.removeSubrange(place...)
            return [.entriesMissing(from: at, through: 299)]
        case .entriesSwapped:
            let other = (place + 1 + dice.number(below: 299)) % 300
            ledger.entries.swapAt(place, other)
            ledger.entries[place].position = at
            ledger.entries[other].position = Int64(other)
            return [.positionDiffers(at, written: Int64(other))]
        case .contentGone:
            guard ledger.entries[place].content != nil else { return [] }
            ledger.entries[place].erase()
            return [.contentMissing(at)]
        case .contentErasedByLie:
            guard ledger.entries[place].content != nil else { return [] }
            ledger.entries[place].erase()
            ledger.register.append((at, 270))
            return [.erasureUnsupported(at, by: 270)]
        case .contentBack:
            let erased = ledger.register[dice.number(below: ledger.register.count)].position
            ledger.entries[Int(erased)].content = Array("{}".utf8)
            return [.contentNotErased(erased)]
        case .registerLineGone:
            let (position, by) = ledger.register.remove(at: dice.number(below: ledger.register.count))
            return [.erasureUnregistered(position, by: by)]
        case .registerLineMoved:
            let line = dice.number(below: ledger.eventRegister.count)
            ledger.eventRegister[line].by = 7
            return [.eventErasureUnsupported(ledger.eventRegister[line].id, by: 7)]
        case .eventField, .eventDay, .eventAnswers, .eventGone, .eventSaltGone, .eventAdded:
            return spoilEvent(&ledger, &dice)
        case .noteByte, .noteOfOtherKey, .noteMoved, .signedAgain:
            return try spoilCheckpoint(&ledger, &dice)
        }
    }

    /// Changes a line and the leaf hash stored with it, so that only the next checkpoint can tell.
    static func rewrite(_ place: Int, in ledger: inout SampleLedger) throws -> LedgerFinding {
        let line = String(decoding: ledger.entries[place].entry, as: UTF8.self)
        ledger.entries[place].entry = Array(line.replacing("shown", with: "nothing").utf8)
        ledger.entries[place].leafHash = LedgerHash.leaf(ledger.entries[place].entry).bytes
        let since = SampleLedger.sizes.last { $0 <= Int64(place) } ?? 0
        return .checkpointRootDiffers(SampleLedger.sizes.first { $0 > Int64(place) } ?? 0, since: since)
    }

    private func spoilEvent(_ ledger: inout SampleLedger, _ dice: inout Dice) -> [LedgerFinding] {
        let ids = ledger.living.keys.sorted()
        let id = ids[dice.number(below: ids.count)]
        guard var event = ledger.events[id], let at = ledger.living[id] else { return [] }
        switch self {
        case .eventField: event.changeOneField(&dice)
        case .eventDay:
            // A day is invented, or lost so that the event reads as if its time were known, or becomes another.
            let isLost = event.occurredOn != nil && dice.number(below: 2) == 0
            event.occurredOn = isLost ? nil : "2025-10-08"
        case .eventAnswers:
            switch dice.number(below: 6) {
            case 0: event.sections[0].answers = #"{"cell":-1}"#
            case 1: event.sections[1].section = "health"
            case 2: event.sections.removeLast()
            case 3: event.sections.append(event.sections[0])
            case 4: event.sections[1].answers = #"{"drugs": ["opiates"]}"#
            default: event.sections.append(("money", "{}"))
            }
        case .eventAdded:
            ledger.events["FORGED"] = event
            ledger.events["FORGED"]?.id = "FORGED"
            return [.eventUnnamed("FORGED")]
        case .eventGone:
            ledger.events[id] = nil
            return [.eventMissing(at, event: id)]
        default:
            ledger.events[id]?.salt = nil
            return [.eventMissing(at, event: id)]
        }
        ledger.events[id] = event
        return [.eventDiffers(at, event: id)]
    }

    private func spoilCheckpoint(_ ledger: inout SampleLedger, _ dice: inout Dice) throws -> [LedgerFinding] {
        let place = dice.number(below: ledger.checkpoints.count)
        let size = ledger.checkpoints[place].size
        switch self {
        case .noteByte:
            var note = Array(ledger.checkpoints[place].note.utf8)
            note.changeOneByte(&dice)
            ledger.checkpoints[place].note = String(decoding: note, as: UTF8.self)
        case .noteOfOtherKey:
            let other = try CheckpointSigner(name: ledger.signer.key.name, privateKey: dice.bytes(32))
            let checkpoint = try SignedCheckpoint(note: ledger.checkpoints[place].note).checkpoint
            ledger.checkpoints[place].note = try other.sign(checkpoint).note
        case .noteMoved:
            ledger.checkpoints[place].size = size - 1
            return [.checkpointSizeDiffers(size - 1, written: size)]
        default:
            let entry = dice.number(below: 250)
            guard case .checkpointRootDiffers(let first, _) = try Self.rewrite(entry, in: &ledger) else { return [] }
            ledger.checkpoints[3].note = try ledger.note(size: 300)
            return [.checkpointNotExtension(300, of: first)]
        }
        return [.checkpointSignatureBad(size), .checkpointUnreadable(size)]
    }
}

extension StoredEvent {
    fileprivate mutating func changeOneField(_ dice: inout Dice) {
        switch dice.number(below: 12) {
        case 0: subject += "x"
        case 1: type = "core/other"
        case 2: version = ""
        case 3: act = "amend"
        case 4: reason = reason == nil ? "" : nil
        case 5: supersedes = supersedes == nil ? "E0" : nil
        case 6: occurredAt -= 1
        case 7: knownAt += 86_400_000
        case 8: recordedAt = .min
        case 9: by = "W2"
        case 10: agency = "south"
        default: salt?.changeOneByte(&dice)
        }
    }
}

extension [UInt8] {
    fileprivate mutating func changeOneByte(_ dice: inout Dice) {
        self[dice.number(below: count)] ^= 1 << UInt8(dice.number(below: 8))
    }
}
