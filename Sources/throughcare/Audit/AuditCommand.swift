import ArgumentParser

struct AuditCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "audit", abstract: "Verifies the ledger, proves an entry of it, and signs a checkpoint.",
        subcommands: [AuditVerify.self, AuditProve.self, AuditCheckpoint.self, AuditKey.self])
}
