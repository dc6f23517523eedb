/// What is left of a Latin letter without its accents, for comparing names; never for showing them.
///
/// The letters are those of the Latin-1, Extended-A, Extended-B and Additional blocks of Unicode, in lower case and
/// composed, as text is once it is inside (NFC). Some have no accent to lose and are written out instead, as
/// passports do.
enum LatinFolding {
    /// The plain letters for `scalar`, or nil where it is plain already or is not Latin.
    static func plain(_ scalar: Unicode.Scalar) -> String? {
        scalar.isASCII ? nil : table[scalar]
    }

    private static let table: [Unicode.Scalar: String] = Dictionary(
        uniqueKeysWithValues: groups.flatMap { plain, accented in accented.unicodeScalars.map { ($0, plain) } })

    private static let groups = [
        ("a", "àáâãäåāăąǎǟǡǻȁȃȧḁạảấầẩẫậắằẳẵặ"),
        ("ae", "æǽǣ"),
        ("b", "ḃḅḇ"),
        ("c", "çćĉċčḉ"),
        ("d", "ďḋḍḏḑḓðđ"),
        ("e", "èéêëēĕėęěȅȇȩḕḗḙḛḝẹẻẽếềểễệ"),
        ("f", "ḟ"),
        ("g", "ĝğġģǧǵḡ"),
        ("h", "ĥȟḣḥḧḩḫẖħ"),
        ("i", "ìíîïĩīĭįǐȉȋḭḯỉịı"),
        ("ij", "ĳ"),
        ("j", "ĵǰ"),
        ("k", "ķǩḱḳḵĸ"),
        ("l", "ĺļľḷḹḻḽłŀ"),
        ("m", "ḿṁṃ"),
        ("n", "ñńņňǹṅṇṉṋŉ"),
        ("ng", "ŋ"),
        ("o", "òóôõöōŏőơǒǫǭȍȏȫȭȯȱṍṏṑṓọỏốồổỗộớờởỡợøǿ"),
        ("oe", "œ"),
        ("p", "ṕṗ"),
        ("r", "ŕŗřȑȓṙṛṝṟ"),
        ("s", "śŝşšșṡṣṥṧṩ"),
        ("ss", "ß"),
        ("t", "ţťțṫṭṯṱẗŧ"),
        ("th", "þ"),
        ("u", "ùúûüũūŭůűųưǔǖǘǚǜȕȗṳṵṷṹṻụủứừửữự"),
        ("v", "ṽṿ"),
        ("w", "ŵẁẃẅẇẉẘ"),
        ("x", "ẋẍ"),
        ("y", "ýÿŷȳẏẙỳỵỷỹ"),
        ("z", "źżžẑẓẕ"),
    ]
}
