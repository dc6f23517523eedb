package import SQLAccess

/// The one ordered list of migrations. A released one is never edited: what it said is recorded with its checksum.
package enum Schema {
    package static let migrations: [Migration] = [
        agencies, schemes, record, people, standing, ledger, accessFacts, diary, signingIn, waitingWork,
        diaryTimesTakenAway, ledgerWaiting, ledgerUnindexed, checksums, consents, breakGlass,
        messages,
    ]

    package static let runner = MigrationRunner(migrations)
}
