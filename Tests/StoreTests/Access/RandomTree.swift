import Domain

/// Trees of every shape, with negation and emptiness at every level.
enum RandomTree {
    static func tree(depth: Int, _ random: inout AccessSeed) -> AccessTree<AccessTest> {
        if depth == 0 { return .test(test(&random)) }
        switch Int.random(in: 0..<12, using: &random) {
        case 0: return .always
        case 1: return .never
        case 2...4: return .all(parts(depth, &random))
        case 5...7: return .any(parts(depth, &random))
        case 8...9: return .not(tree(depth: depth - 1, &random))
        default: return .test(test(&random))
        }
    }

    private static func parts(_ depth: Int, _ random: inout AccessSeed) -> [AccessTree<AccessTest>] {
        (0..<Int.random(in: 0...3, using: &random)).map { _ in tree(depth: depth - 1, &random) }
    }

    private static func test(_ random: inout AccessSeed) -> AccessTest {
        let word = ByteText(HostileWords.word(&random))
        let words = HostileWords.set(6, &random)
        switch Int.random(in: 0..<13, using: &random) {
        case 0: return .row(.categoryIn(words))
        case 1: return .row(.ownerIn(words))
        case 2: return .row(.typeIn(words))
        case 3: return .subject(.enrolled(in: words))
        case 4: return .subject(.enrolledWith(agency: word, in: words))
        case 5: return .subject(.openReferral(to: word))
        case 6: return .subject(.ledBy(word))
        case 7: return .subject(.barred(word))
        case 8: return .subject(.sealed)
        case 9: return .subject(.told(word))
        case 10: return .subject(.notAdmitted(word))
        case 11: return .subject(.openedFor(word))
        default:
            return .consent(
                ConsentTest(
                    recipient: ByteText(HostileWords.frequentWord(&random)),
                    purpose: ByteText(HostileWords.frequentWord(&random)), mustBeWritten: random.chance(50),
                    day: AccessWorld.today))
        }
    }
}
