import Casework
import Web

/// The pages this server has, in the order of the navigation.
enum Features {
    static func all(_ world: World) -> [any Feature] {
        []
    }
}
