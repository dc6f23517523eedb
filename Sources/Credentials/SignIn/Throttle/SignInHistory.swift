/// What is known about one try: the account named, the device if the account knows it, and where it comes from.
package struct SignInHistory: Sendable, Equatable {
    /// Guesses at the account by strangers.
    package var strangers: StrangerGuesses

    /// The device whose cookie came along and which this account knows; nil for any other.
    package var device: DeviceGuesses?

    /// Guesses by strangers from this source.
    package var source: SourceGuesses

    package init(
        strangers: StrangerGuesses = StrangerGuesses(), device: DeviceGuesses? = nil,
        source: SourceGuesses = SourceGuesses()
    ) {
        self.strangers = strangers
        self.device = device
        self.source = source
    }
}
