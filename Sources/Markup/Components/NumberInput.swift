/// A number with its unit after the box. What was typed comes back as it was typed, number or not.
///
/// - Parameter isWhole: whether the phone's keyboard needs no decimal point.
package func numberInput(
    _ field: Field, value: String? = nil, suffix: String? = nil, isWhole: Bool = true, width: InputWidth = .five
) -> HTML {
    input(
        field, value: value, width: width, inputMode: isWhole ? "numeric" : "decimal", isSpellchecked: false,
        suffix: suffix)
}
