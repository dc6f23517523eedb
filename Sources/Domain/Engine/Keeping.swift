extension SubjectFold {
    /// The same subject's fold over some of its events only: what somebody may see of it.
    package func keeping(_ isKept: (Event) -> Bool) -> SubjectFold {
        var fold = SubjectFold(subject: subject, definitions: definitions)
        for event in history where isKept(event) { fold.apply(event) }
        return fold
    }
}
