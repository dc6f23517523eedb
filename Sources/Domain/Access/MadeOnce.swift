import Synchronization

/// Values that are made of a key alone, kept for those who ask again.
///
/// For what pages make of the same rule at each request: it is as if it were made anew, only sooner. When it holds as many
/// as it may, it begins again.
package final class MadeOnce<Key: Hashable & Sendable, Value: Sendable>: Sendable {
    private let most: Int
    private let made = Mutex<[Key: Value]>([:])

    package init(most: Int) {
        self.most = most
    }

    package func value(of key: Key, _ make: () -> Value) -> Value {
        if let known = made.withLock({ $0[key] }) { return known }
        let new = make()
        made.withLock { made in
            if made.count >= most { made.removeAll() }
            made[key] = new
        }
        return new
    }
}

/// What a lower layer makes of one rule, such as its filter of the database, kept beside the rule, which never changes.
package final class RuleReading: Sendable {
    private let made = MadeOnce<ObjectIdentifier, any Sendable>(most: 8)

    package init() {}

    /// The reading of a type, which is made of the rule that holds this, and of nothing else.
    package func reading<T: Sendable>(_ make: () -> T) -> T {
        let known = made.value(of: ObjectIdentifier(T.self)) { make() }
        return known as? T ?? make()
    }
}
