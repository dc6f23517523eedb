package import SQLAccess

/// A connection in a transaction, for passing through: whoever does not import `SQLAccess` cannot run SQL on it.
package typealias Connection = any SQLConnection
