import Foundation

/// The maps of one source that lie in the data folders, in order of their as-of time.
public struct Series: Sendable {
    /// The source.
    public let source: Source
    /// The maps' paths and times, in order.
    public let entries: [Entry]

    /// One map of a series.
    public struct Entry: Hashable, Sendable {
        /// The moment that it shows.
        public let asOf: Moment
        /// The file.
        public let path: String
    }

    /// Lists the maps of a source; no file is opened.
    public init(source: Source, atlas: Atlas) {
        self.source = source
        var entries: [Entry] = []
        var seen: Set<String> = []
        for folder in atlas.folders {
            let directory = folder + (source.files.folder.isEmpty ? "" : "/" + source.files.folder)
            for name in (try? FileManager.default.contentsOfDirectory(atPath: directory)) ?? [] {
                // The first folder that has a file of a name is the one that counts.
                guard let asOf = source.asOf(fileName: name), seen.insert(name).inserted else { continue }
                entries.append(Entry(asOf: asOf, path: directory + "/" + name))
            }
        }
        self.entries = entries.sorted { ($0.asOf, $0.path) < ($1.asOf, $1.path) }
    }

    /// The map in force at a moment: the last one taken by then.
    ///
    /// - Throws: ``InputFault/noMapInForce(source:at:earliest:)``.
    public func mapInForce(at moment: Moment) throws(InputFault) -> Entry {
        guard let entry = entries.last(where: { $0.asOf <= moment }) else {
            throw .noMapInForce(source: source.name, at: moment, earliest: entries.first?.asOf)
        }
        return entry
    }

    /// The map that shows the state of a moment: the one in force later by as many days as the files lag behind.
    ///
    /// - Throws: ``InputFault/noMapInForce(source:at:earliest:)``.
    public func mapShowing(_ moment: Moment) throws(InputFault) -> Entry {
        try mapInForce(at: source.moment(showing: moment))
    }

    /// The maps that show the state as a window begins and as each of its days ends, each once.
    ///
    /// - Throws: ``InputFault/noMapInForce(source:at:earliest:)`` for its beginning.
    public func dailyMaps(over window: Window) throws(InputFault) -> [Entry] {
        var maps = [try mapShowing(window.start(by: source.clock))]
        var day = window.rolling ? window.from.adding(days: 1) : window.from
        while day <= window.to {
            let map = try mapShowing(source.clock.end(of: day))
            if map != maps.last { maps.append(map) }
            let next = day.adding(days: 1)
            guard next > day else { break }
            day = next
        }
        return maps
    }
}
