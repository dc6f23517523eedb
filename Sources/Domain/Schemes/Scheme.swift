/// One folder of definitions, as loaded and checked.
package struct Scheme: Hashable, Sendable {
    package var id: String
    package var title: String
    package var buildsOn: [String]
    package var categories: [Category]
    package var roles: [Role]
    package var purposes: [Purpose]
    package var subjectKinds: [String]
    package var recordTypes: [RecordType]
    package var programmes: [Programme]
    package var decisions: [Decision]
    package var boards: [Board]
    package var codeLists: [CodeList]
    package var agreements: [SharingAgreement]
    package var hours: [NamedHours]
    package var letters: [Letter]
    package var bankHolidays: BankHolidays?
    /// A digest of the files it was read from, in hexadecimal.
    package var digest: String

    package init(id: String, title: String, buildsOn: [String] = [], digest: String = "") {
        self.id = id
        self.title = title
        self.buildsOn = buildsOn
        self.digest = digest
        categories = []
        roles = []
        purposes = []
        subjectKinds = []
        recordTypes = []
        programmes = []
        decisions = []
        boards = []
        codeLists = []
        agreements = []
        hours = []
        letters = []
        bankHolidays = nil
    }

    /// What every event made under it names: the scheme and the start of its digest.
    package var version: String { id + "@" + digest.prefix(12) }

    /// A compartment of the record: who may read it is decided apart from every other.
    package struct Category: Hashable, Sendable {
        package var id: String
        package var title: String
        /// Only the agreements' written-consent permissions open it to other agencies (Drugs Act 2005 s.15).
        package var isStatutory: Bool

        package init(id: String, title: String, isStatutory: Bool = false) {
            self.id = id
            self.title = title
            self.isStatutory = isStatutory
        }
    }

    package struct Role: Hashable, Sendable {
        package var id: String
        package var title: String
        /// The categories this role reads and writes of its own agency's records.
        package var categories: [String]
        package var mayAdminister: Bool
        /// Whether this role adds times that can be booked to its own agency's diary, and takes them away.
        package var keepsDiary: Bool
        /// What this role's looking is for, unless the partnership sets otherwise.
        package var purpose: String

        package init(
            id: String, title: String, categories: [String], mayAdminister: Bool = false, keepsDiary: Bool = false,
            purpose: String = ""
        ) {
            self.id = id
            self.title = title
            self.categories = categories
            self.mayAdminister = mayAdminister
            self.keepsDiary = keepsDiary
            self.purpose = purpose
        }
    }

    package struct Purpose: Hashable, Sendable {
        package var id: String
        package var title: String

        package init(id: String, title: String) {
            self.id = id
            self.title = title
        }
    }

    package struct NamedHours: Hashable, Sendable {
        package var id: String
        package var title: String
        package var hours: OpeningHours

        package init(id: String, title: String, hours: OpeningHours) {
            self.id = id
            self.title = title
            self.hours = hours
        }
    }

    /// The text of a notice or letter: paragraphs with named places filled from the record.
    package struct Letter: Hashable, Sendable {
        package var id: String
        package var title: String
        /// The record type it is printed from.
        package var record: String
        package var paragraphs: [String]
        package var source: String

        package init(id: String, title: String, record: String, paragraphs: [String], source: String = "") {
            self.id = id
            self.title = title
            self.record = record
            self.paragraphs = paragraphs
            self.source = source
        }
    }
}
