/// What an operator may set about an embedded database. No command lets anybody choose whether commits are kept.
package struct SQLiteOptions: Sendable {
    /// How many reads may run at once, each with a connection of its own, opened when first needed. Two more than the
    /// machine has cores is a good number.
    package var readers: Int

    /// The most memory each reading connection caches pages in.
    package var readerCacheKiB: Int

    /// The most memory the writing connection caches pages in.
    package var writerCacheKiB: Int

    /// How long to wait for another process that holds the file, such as a backup.
    package var busyMilliseconds: Int

    /// What the write-ahead log is cut back to when it has been copied into the database.
    package var journalLimitBytes: Int

    /// Whether a commit has reached the disk when it returns. Only the control of a durability test says no: it must lose
    /// what was acknowledged, or the test could not fail.
    package var mustKeepCommits: Bool

    /// The defaults suit a county on one small machine.
    package init(
        readers: Int = 4, readerCacheKiB: Int = 8 << 10, writerCacheKiB: Int = 32 << 10, busyMilliseconds: Int = 5_000,
        journalLimitBytes: Int = 64 << 20, mustKeepCommits: Bool = true
    ) {
        self.readers = max(1, readers)
        self.readerCacheKiB = readerCacheKiB
        self.writerCacheKiB = writerCacheKiB
        self.busyMilliseconds = busyMilliseconds
        self.journalLimitBytes = journalLimitBytes
        self.mustKeepCommits = mustKeepCommits
    }
}
