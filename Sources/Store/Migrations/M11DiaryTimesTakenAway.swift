import SQLAccess

extension Schema {
    static let diaryTimesTakenAway = Migration(
        number: 11, name: "times taken out of the diary",
        steps: ["ALTER TABLE diary_slots ADD COLUMN taken_away_at BIGINT"],
        meanings: [
            "diary_slots.taken_away_at": "When it was taken out of the diary; NULL while it can be booked."
        ])
}
