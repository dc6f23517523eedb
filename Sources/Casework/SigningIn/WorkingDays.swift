package import Domain
package import Store

extension Worker {
    /// Whether the worker's last day has not passed.
    package func maySignIn(on day: Day) -> Bool {
        leavesOn.map { day <= $0 } ?? true
    }
}

extension WorkerRole {
    /// Whether the role is held on a day; both ends count.
    package func isInForce(on day: Day) -> Bool {
        from.map { $0 <= day } ?? true && until.map { day <= $0 } ?? true
    }
}
