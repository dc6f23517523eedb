extension [String] {
    /// The list with its last repeated up to a power of two, so that lists of many lengths share a few statements.
    var paddedForStatements: [String] {
        guard let last else { return [] }
        var count = 1
        while count < self.count { count *= 2 }
        return self + Array(repeating: last, count: count - self.count)
    }
}
