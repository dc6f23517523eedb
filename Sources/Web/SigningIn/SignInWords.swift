import Casework
import Domain
import HTTPTypes

/// What a refused sign-in says, and the status it is sent with.
struct SignInWords {
    let status: HTTPResponse.Status
    let message: String
    /// For `Retry-After`; nil where waiting does not help.
    let retryAfterSeconds: Int?

    init(_ refusal: SignInRefusal, now: Instant) {
        switch refusal {
        case .wrong:
            status = .forbidden
            message = "The name, password and code do not go together. Check each of them and try again."
            retryAfterSeconds = nil
        case .wait(let until):
            let seconds = Self.seconds(from: now, to: until)
            status = .tooManyRequests
            message = "There were several failed tries. Wait \(Self.wait(seconds)), then try again."
            retryAfterSeconds = seconds
        case .strangersMustWait(let until):
            let seconds = Self.seconds(from: now, to: until)
            status = .tooManyRequests
            message = """
                There were too many failed tries from browsers not used with this name before. Sign in from one you have \
                used before, ask your agency's administrator, or wait \(Self.wait(seconds)).
                """
            retryAfterSeconds = seconds
        case .busy:
            status = .tooManyRequests
            message = "Many people are signing in at this moment. Wait a minute, then try again."
            retryAfterSeconds = 60
        }
    }

    private static func seconds(from now: Instant, to until: Instant) -> Int {
        max(1, Int((now.milliseconds(until: until) + 999) / 1_000))
    }

    /// "5 seconds", "1 minute", "15 minutes": never shorter than it is.
    static func wait(_ seconds: Int) -> String {
        if seconds < 60 { return seconds == 1 ? "1 second" : "\(seconds) seconds" }
        let minutes = (seconds + 59) / 60
        return minutes == 1 ? "1 minute" : "\(minutes) minutes"
    }
}
