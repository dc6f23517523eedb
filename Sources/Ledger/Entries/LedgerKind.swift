/// What an entry says was done.
///
/// The first six are the operations that section 62(1) of the Data Protection Act 2018 requires to be logged in
/// law-enforcement processing; the others are looks and acts of control that a partnership wants to answer for as well.
package enum LedgerKind: String, CaseIterable, Sendable {
    /// Something new came into the record.
    case collection
    /// Something in the record was amended, withdrawn or moved.
    case alteration
    /// Something in the record was looked at.
    case consultation
    /// Something was given to another agency or person.
    case disclosure
    /// Records were joined, or put beside one another.
    case combination
    /// Content was erased or disposed of.
    case erasure
    /// Somebody searched, whatever was found.
    case search
    /// Data left as a file.
    case export
    /// A page was asked for in its printed form.
    case print
    /// A rule, role, permission or agreement changed.
    case policyChange = "policy-change"
    /// A worker opened what the policy alone would not have shown.
    case breakGlass = "break-glass"
    /// Somebody read the ledger itself.
    case ledgerRead = "ledger-read"
    /// A worker signed in, or failed to.
    case signIn = "sign-in"
}
