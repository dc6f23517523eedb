import SQLAccess

extension Schema {
    static let ledgerUnindexed = Migration(
        number: 13, name: "entries that the index of subjects does not hold yet",
        steps: ["CREATE TABLE ledger_unindexed (position BIGINT NOT NULL PRIMARY KEY, subjects TEXT NOT NULL)"],
        meanings: [
            "ledger_unindexed": """
            Whom new entries concern, until the runner has put them into the index of subjects: half a minute or so. A \
            look at a board concerns everybody on it, and an index by person is a place of its own for each.
            """,
            "ledger_unindexed.position": "The entry.",
            "ledger_unindexed.subjects": "The subjects it concerns, as a JSON list.",
        ])
}
