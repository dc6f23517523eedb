/// The statements that only the driver runs.
enum TransactionWord: String {
    case beginRead = "BEGIN DEFERRED"
    case beginWrite = "BEGIN IMMEDIATE"
    case commit = "COMMIT"
    case rollback = "ROLLBACK"
    case savepoint = "SAVEPOINT one_write"
    case release = "RELEASE one_write"
    case rollbackToSavepoint = "ROLLBACK TO one_write"
}
