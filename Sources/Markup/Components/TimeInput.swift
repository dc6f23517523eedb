/// A time of day in one box, HH:MM on the 24-hour clock. A phone's number keyboard has no colon, so it stays away.
package func timeInput(_ field: Field, value: String? = nil) -> HTML {
    var field = field
    if field.hint == nil { field.hint = "For example, 09:30 or 14:05" }
    return input(field, value: value, width: .five, autocomplete: "off", isSpellchecked: false)
}
