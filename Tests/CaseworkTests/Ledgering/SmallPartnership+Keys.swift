import Casework
import Credentials

extension SmallPartnership {
    /// The same database with another key file.
    func worldWithOtherKeys() -> World {
        World(
            database: world.database, rules: world.rules, now: world.now, random: world.random,
            keys: KeyRing.fresh(.system), log: world.log)
    }
}
