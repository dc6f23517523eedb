import Domain
import Testing

@Suite("A condition without its dead parts")
struct AccessTreeTests {
    private let police = AccessTree<RowTest>.test(.ownerIn(["police"]))

    @Test("Nothing constant is left inside, nor a NOT of a NOT")
    func simplified() {
        #expect(AccessTree.all([police, .any([]), police]).simplified == .never)
        #expect(AccessTree.any([police, .not(.never)]).simplified == .always)
        #expect(AccessTree.all([.always, .any([.never, police])]).simplified == police)
        #expect(AccessTree.not(.not(.all([police]))).simplified == police)
        #expect(AccessTree<RowTest>.all([]).simplified == .always)
        #expect(AccessTree<RowTest>.any([]).simplified == .never)
    }
}
