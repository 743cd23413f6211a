package import EventStore

/// What the office needs of its journal beside appending and reading.
package protocol OfficeStore: EventStore {}
