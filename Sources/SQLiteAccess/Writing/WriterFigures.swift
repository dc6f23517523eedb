/// How the writer has shared its commits since the database was opened.
package struct WriterFigures: Sendable, Hashable {
    /// Trips to the disk.
    package private(set) var commits = 0
    /// Writes that those made durable.
    package private(set) var writes = 0
    /// The most that one commit made durable.
    package private(set) var largestGroup = 0
    /// Writes that wait for the disk at this moment.
    package internal(set) var waiting = 0

    mutating func add(commitOf count: Int) {
        commits += 1
        writes += count
        largestGroup = max(largestGroup, count)
    }
}
