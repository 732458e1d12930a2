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
}
