/// What a scheme's digest is made of: every file with its name, framed so that no two folders give the same bytes, and
/// the digests of the schemes it builds on.
enum SchemeDigest {
    static func bytes(_ files: [SourceFile], on below: [String] = []) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(files.reduce(0) { $0 + $1.bytes.count + $1.name.utf8.count + 16 })
        for file in files.sorted(by: { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }) {
            bytes += file.name.utf8
            bytes.append(0)
            bytes += String(file.bytes.count).utf8
            bytes.append(0)
            bytes += file.bytes
        }
        for digest in below { bytes += [0] + Array(digest.utf8) }
        return bytes
    }
}
