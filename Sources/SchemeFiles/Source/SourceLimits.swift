/// How much is read: far above what a scheme needs, and low enough that no file can exhaust the machine.
enum SourceLimits {
    static let fileBytes = 1 << 20
    static let folderBytes = 8 << 20
    static let files = 200
    /// Mappings and lists within each other.
    static let depth = 40
    /// Definitions in one section of one scheme, such as its programmes.
    static let definitions = 500
    /// Parts of one definition: the clocks of a programme, the fields of a record type.
    static let parts = 300
}
