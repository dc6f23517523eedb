import Store

/// What may be said about a fault: to a visitor, whether coming back later will help; to the log, its kind.
package struct FaultReport: Sendable, Hashable {
    /// Whether the storage is busy, full or failing, so that the same request may succeed later.
    package let isOutage: Bool
    /// Whether something stored is not what was written, so that it is shown to nobody.
    package let isDamage: Bool
    /// For the log: the fault as storage names it, which never carries a value, or else the error's type alone, since
    /// its text might hold what somebody typed.
    package let summary: String

    package init(_ error: any Error) {
        guard let fault = error as? StoreFault else {
            isOutage = false
            isDamage = false
            summary = "\(type(of: error))"
            return
        }
        summary = "\(fault)"
        isDamage = fault == .damaged
        isOutage =
            switch fault {
            case .busy, .full, .io, .closed, .unreachable: true
            case .taken, .refused, .damaged, .readOnly, .other: false
            }
    }
}
