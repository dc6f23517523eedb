import Domain
import Foundation

/// Text as it came in, made fit to keep: Unicode normal form C, lines ended by one line feed, no NUL and no other control
/// character but tab and line feed, and no more marks on one letter than anybody writes (`MarkRun`).
///
/// What cannot be kept shows as U+FFFD, so that nothing is lost unseen even where nobody looks at `isSpoilt`.
struct TypedText: Sendable, Hashable {
    let text: String
    /// Whether something could not be kept.
    let isSpoilt: Bool

    init(_ raw: String) {
        self.init(decoded: raw, isSpoilt: false)
    }

    /// Reads UTF-8; what is none is spoilt.
    init(utf8 bytes: some Collection<UInt8>) {
        if let text = String(validating: bytes, as: UTF8.self) {
            self.init(decoded: text, isSpoilt: false)
        } else {
            self.init(decoded: String(decoding: bytes, as: UTF8.self), isSpoilt: true)
        }
    }

    private init(decoded raw: String, isSpoilt: Bool) {
        // Nearly all that is typed is plain ASCII on one line, which is as it should be already.
        if raw.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) {
            text = raw
            self.isSpoilt = isSpoilt
            return
        }
        var isSpoilt = isSpoilt
        var kept = String.UnicodeScalarView()
        var last: Unicode.Scalar?
        var marks = MarkRun()
        for scalar in raw.unicodeScalars {
            defer { last = scalar }
            guard marks.isWithin(adding: scalar) else {
                // One sign for all that is left out of the run.
                if kept.last != "\u{FFFD}" { kept.append("\u{FFFD}") }
                isSpoilt = true
                continue
            }
            switch scalar {
            case "\n" where last == "\r": continue
            case "\r": kept.append("\n")
            case "\n", "\t": kept.append(scalar)
            case _ where scalar.properties.generalCategory == .control:
                isSpoilt = true
                kept.append("\u{FFFD}")
            default: kept.append(scalar)
            }
        }
        text = String(kept).precomposedStringWithCanonicalMapping
        self.isSpoilt = isSpoilt
    }
}
