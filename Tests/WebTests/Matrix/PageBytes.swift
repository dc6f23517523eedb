import Foundation

/// A page as the bytes that left. Thousands of pages are searched for hundreds of words, so this asks the C
/// library.
struct PageBytes: Hashable {
    /// Without a zero, which would end it for the C library.
    let bytes: [UInt8]
    /// The same, ended by a zero.
    private let search: [UInt8]

    init(_ text: String) { self.init(Array(text.utf8)) }

    init(_ bytes: [UInt8]) {
        self.bytes = bytes.contains(0) ? bytes.map { max($0, 1) } : bytes
        search = self.bytes + [0]
    }

    func contains(_ word: [UInt8]) -> Bool { place(of: word, from: 0) != nil }

    /// Where a word begins, from a place on.
    func place(of word: [UInt8], from start: Int) -> Int? {
        guard !word.isEmpty, bytes.count - start >= word.count else { return nil }
        return search.withUnsafeBufferPointer { page -> Int? in
            (word + [0]).withUnsafeBufferPointer { word -> Int? in
                guard let base = page.baseAddress, let wanted = word.baseAddress else { return nil }
                return base.withMemoryRebound(to: CChar.self, capacity: page.count) { page -> Int? in
                    wanted.withMemoryRebound(to: CChar.self, capacity: word.count) { word -> Int? in
                        strstr(page + start, word).map { UnsafePointer($0) - page }
                    }
                }
            }
        }
    }

    /// Everything that begins with a stem, as far as it is made of letters.
    func words(from stem: String) -> [String] {
        let stem = Array(stem.utf8)
        var words: [String] = []
        var start = 0
        while let place = place(of: stem, from: start) {
            let word = bytes[place...].prefix { ($0 | 0x20) >= 0x61 && ($0 | 0x20) <= 0x7A }
            words.append(String(decoding: word, as: UTF8.self))
            start = place + stem.count
        }
        return words
    }

    /// With each of these words made one mark.
    func masking(_ words: [String]) -> PageBytes {
        var page = self
        for word in words.sorted(by: { $0.utf8.count > $1.utf8.count }) where !word.isEmpty {
            page = page.replacing(Array(word.utf8)) { $0 }
        }
        return page
    }

    /// With what stands after each of these beginnings, up to a quotation mark, left out.
    func withoutValue(after beginning: String) -> PageBytes {
        replacing(Array(beginning.utf8)) { end in
            bytes[end...].firstIndex(of: UInt8(ascii: "\"")) ?? end
        }
    }

    private func replacing(_ word: [UInt8], upTo end: (Int) -> Int) -> PageBytes {
        guard var place = place(of: word, from: 0) else { return self }
        var kept: [UInt8] = []
        var start = 0
        while true {
            kept += bytes[start..<place]
            kept.append(1)
            start = end(place + word.count)
            guard let next = self.place(of: word, from: start) else { break }
            place = next
        }
        return PageBytes(kept + bytes[start...])
    }
}
