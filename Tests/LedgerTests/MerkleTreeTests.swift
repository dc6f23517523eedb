import Domain
import Foundation
import Testing

@testable import Ledger

@Suite struct MerkleTreeTests {
    /// 256 in an everyday run; the longer run of the release sets LEDGER_TREE_SIZE to 512.
    static let largest = asked ?? 256
    private static let asked = ProcessInfo.processInfo.environment["LEDGER_TREE_SIZE"].flatMap { Int($0) }

    /// Says how it went to whoever asked for a size.
    private static func report(_ line: String) {
        if asked != nil { print(line) }
    }

    let leaves = (0..<MerkleTreeTests.largest).map { LedgerHash.leaf(Array("leaf \($0)".utf8)) }

    @Test("The empty tree and the eight leaves that other logs test with have the roots they should")
    func knownRoots() {
        let inputs = [
            "", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f",
        ]
        let roots = [
            "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
            "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
            "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
            "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
            "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
            "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
            "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
            "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
            "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
        ]
        var frontier = MerkleFrontier()
        #expect(frontier.root.hex == roots[0])
        for (input, root) in zip(inputs, roots.dropFirst()) {
            frontier.append(.leaf(Hex.bytes(input.utf8) ?? [0xFF]))
            #expect(frontier.root.hex == root)
        }
    }

    @Test("At every size the frontier, the tree and the naive tree have one root, and the frontier survives its bytes")
    func roots() throws {
        let naive = NaiveTree(leaves)
        let tree = MerkleTree(leaves)
        var frontier = MerkleFrontier()
        for size in 0...leaves.count {
            let root = naive.root(0..<size)
            #expect(frontier.size == Int64(size) && frontier.root == root)
            #expect(try tree.root(size: Int64(size)) == root)
            #expect(merkleRoot(leaves[..<size]) == root)
            let restored = try #require(MerkleFrontier(bytes: frontier.bytes))
            #expect(restored == frontier)
            #expect(MerkleFrontier(bytes: frontier.bytes + [0]) == nil)
            #expect(MerkleFrontier(bytes: frontier.bytes.dropLast()) == nil)
            if size < leaves.count { frontier.append(leaves[size]) }
        }
    }

    @Test("Every inclusion proof is the one of the definition, verifies, and verifies for no other place")
    func inclusion() throws {
        let naive = NaiveTree(leaves)
        let tree = MerkleTree(leaves)
        let careless = NaiveTree(leaves, isCareless: true)
        var (proofs, caught) = (0, 0)
        for size in 1...leaves.count {
            let root = naive.root(0..<size)
            for position in 0..<size {
                let proof = try tree.inclusionProof(of: Int64(position), size: Int64(size))
                #expect(proof.hashes == naive.path(position, 0..<size))
                #expect(proof.verifies(leaf: leaves[position], root: root))
                proofs += 1
                caught += proof.hashes == careless.path(position, 0..<size) ? 0 : 1
                let other = InclusionProof(
                    position: Int64((position + 1) % size), size: Int64(size), hashes: proof.hashes)
                #expect(size == 1 || !other.verifies(leaf: leaves[position], root: root))
            }
        }
        Self.report("inclusion: proofs=\(proofs) careless=\(caught)")
        #expect(caught > proofs / 2, "the control must be caught")
    }

    @Test("Every consistency proof is the one of the definition, and verifies for these two roots only")
    func consistency() throws {
        let naive = NaiveTree(leaves)
        let tree = MerkleTree(leaves)
        let careless = NaiveTree(leaves, isCareless: true)
        var (proofs, caught) = (0, 0)
        for size in 0...leaves.count {
            let root = naive.root(0..<size)
            for old in 0...size {
                let oldRoot = naive.root(0..<old)
                let proof = try tree.consistencyProof(from: Int64(old), to: Int64(size))
                #expect(proof.hashes == naive.proof(old, size))
                #expect(proof.verifies(oldRoot: oldRoot, root: root))
                proofs += 1
                caught += proof.hashes == careless.proof(old, size) ? 0 : 1
                if old < size {
                    #expect(!proof.verifies(oldRoot: naive.root(0..<(old + 1)), root: root))
                    #expect(old == 0 || !proof.verifies(oldRoot: oldRoot, root: naive.root(0..<(size - 1))))
                }
            }
        }
        Self.report("consistency: proofs=\(proofs) careless=\(caught)")
        #expect(caught > proofs / 2, "the control must be caught")
    }

    @Test(
        "A proof with a hash changed, added or left out, or of another size, is refused",
        arguments: [UInt64(20_260_101)])
    func wrongProofs(seed: UInt64) throws {
        var dice = Dice(seed: seed)
        let naive = NaiveTree(leaves)
        let tree = MerkleTree(leaves)
        for _ in 0..<3_000 {
            let size = 2 + dice.number(below: leaves.count - 1)
            let position = dice.number(below: size)
            let old = 1 + dice.number(below: size - 1)
            let (root, oldRoot) = (naive.root(0..<size), naive.root(0..<old))
            let inclusion = try tree.inclusionProof(of: Int64(position), size: Int64(size)).hashes
            let consistency = try tree.consistencyProof(from: Int64(old), to: Int64(size)).hashes
            func isIncluded(_ hashes: [LedgerHash], _ leaf: LedgerHash) -> Bool {
                InclusionProof(position: Int64(position), size: Int64(size), hashes: hashes)
                    .verifies(leaf: leaf, root: root)
            }
            func isConsistent(_ hashes: [LedgerHash]) -> Bool {
                ConsistencyProof(oldSize: Int64(old), size: Int64(size), hashes: hashes)
                    .verifies(oldRoot: oldRoot, root: root)
            }
            let spoilt: [([LedgerHash]) -> [LedgerHash]] = [
                { Array($0.dropLast()) }, { Array($0.dropFirst()) }, { $0 + [oldRoot] },
                { hashes in
                    var hashes = hashes
                    hashes[dice.number(below: hashes.count)] = .leaf(dice.bytes(8))
                    return hashes
                },
            ]
            for spoil in spoilt {
                #expect(!isIncluded(spoil(inclusion), leaves[position]), "seed \(seed), \(position) in \(size)")
                #expect(!isConsistent(spoil(consistency)), "seed \(seed), \(old) to \(size)")
            }
            #expect(!isIncluded(inclusion, .leaf(dice.bytes(8))), "seed \(seed), \(position) in \(size)")
        }
    }

    @Test("Proofs hold in trees of billions of leaves", arguments: [UInt64(7)])
    func largeTrees(seed: UInt64) throws {
        var dice = Dice(seed: seed)
        // Every leaf is the same, so a full subtree's root depends on its height alone.
        var full = [LedgerHash.leaf([])]
        for _ in 0..<60 { full.append(.node(full[full.count - 1], full[full.count - 1])) }
        let heights = full
        let tree = MerkleTree { level, _ in heights[level] }
        for _ in 0..<500 {
            let size = Int64.random(in: 1...(1 << 60), using: &dice)
            let old = Int64.random(in: 0...size, using: &dice)
            let position = Int64.random(in: 0..<size, using: &dice)
            let (root, oldRoot) = (try tree.root(size: size), try tree.root(size: old))
            let inclusion = try tree.inclusionProof(of: position, size: size)
            #expect(inclusion.verifies(leaf: full[0], root: root), "seed \(seed), \(position) in \(size)")
            let consistency = try tree.consistencyProof(from: old, to: size)
            #expect(consistency.verifies(oldRoot: oldRoot, root: root), "seed \(seed), \(old) to \(size)")
        }
    }

    @Test("A tree over ranges of leaves, and one over the hashes the frontier completed, give the same proofs")
    func sources() throws {
        let leaves = Array(leaves.prefix(100))
        let inMemory = MerkleTree(leaves)
        var stored: [Int: [Int64: LedgerHash]] = [:]
        var frontier = MerkleFrontier()
        for leaf in leaves { frontier.append(leaf) { stored[$0, default: [:]][$1] = $2 } }
        let hashes = stored
        let fromTiles = MerkleTree { level, index in try #require(hashes[level]?[index]) }
        let fromLeaves = MerkleTree(leaves: { range, each in
            for index in range { each(leaves[Int(index)]) }
        })
        for position in 0..<Int64(100) {
            let proof = try inMemory.inclusionProof(of: position, size: 100)
            #expect(try fromTiles.inclusionProof(of: position, size: 100) == proof)
            #expect(try fromLeaves.inclusionProof(of: position, size: 100) == proof)
        }
    }

    @Test("What is not there cannot be proved")
    func outOfRange() {
        let tree = MerkleTree(leaves)
        #expect(throws: MerkleRefusal.outOfRange(3, size: 3)) { try tree.inclusionProof(of: 3, size: 3) }
        #expect(throws: MerkleRefusal.outOfRange(-1, size: 3)) { try tree.inclusionProof(of: -1, size: 3) }
        #expect(throws: MerkleRefusal.outOfRange(4, size: 3)) { try tree.consistencyProof(from: 4, to: 3) }
        #expect(throws: MerkleRefusal.self) { try tree.root(size: Int64(leaves.count) * 2) }
    }
}
