/// A form that cannot be read. Our own pages send none of these.
enum FormRefusal: Error, Hashable {
    case tooManyFields
    /// More bytes than the route takes.
    case tooLarge(limitBytes: Int)
    /// Not the media type that the route takes.
    case otherMediaType
    /// Not what its media type says it is.
    case malformed
}
