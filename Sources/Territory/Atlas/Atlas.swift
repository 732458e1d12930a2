import Foundation

/// Everything that a command needs to find a theatre's data: sources, region sets, folders.
public struct Atlas: Sendable {
    /// The atlas's name.
    public let name: String
    /// Which bytes it was read from.
    public let receipt: FileReceipt
    /// The folders that are searched for data, in order.
    public let folders: [String]
    /// The sources; the first one is asked where a claim credits none that has maps.
    public let sources: [Source]
    /// The region sets; the first one is the default.
    public let regionSets: [RegionSetEntry]

    /// The paths of the lexicons that texts are read with.
    public let lexicons: [String]
    /// The path of the names of the theatre's sides, publishers and speakers; none where texts name none.
    public let names: String?
    /// Where the settlements are listed.
    public let gazetteer: GazetteerEntry?

    /// Where the files of a gazetteer lie, relative to a data folder.
    public struct GazetteerEntry: Sendable {
        /// GeoNames' places.
        public let places: String
        /// The official list.
        public let official: String
        /// Other spellings.
        public let spellings: String?
    }

    /// Where a region set's file lies and how it is read.
    public struct RegionSetEntry: Sendable {
        /// The identifier in the atlas.
        public let id: String
        /// The file, relative to a data folder.
        public let file: String
        /// The property that holds a region's code.
        public let codeProperty: String
        /// The property that holds a region's name.
        public let nameProperty: String
        /// The path of the table of names and official areas; none where there is none.
        public let table: String?
    }

    /// The source with an identifier, a name or an alias.
    public func source(named name: String) -> Source? {
        sources.first { $0.id == name } ?? sources.first { $0.answers(to: name) }
    }

    /// The source whose files are named like a path.
    ///
    /// Where several name their files alike, the folders decide; and where a name is a day and nothing else, as anybody's file
    /// may be called, the folder must be the source's too.
    ///
    /// - Throws: ``InputFault/ambiguousSource(path:sources:)``.
    public func source(ofFile path: String) throws(InputFault) -> Source? {
        let components = path.split(separator: "/")
        guard let name = components.last else { return nil }
        let byName = sources.filter { $0.files.time(in: name) != nil }
        let byFolder = byName.filter { source in
            let folder = source.files.folder.split(separator: "/")
            return components.dropLast().suffix(folder.count).elementsEqual(folder)
        }
        let candidates = byFolder.isEmpty ? byName.filter { !$0.files.isDayAlone } : byFolder
        guard candidates.count < 2 else { throw .ambiguousSource(path: path, sources: candidates.map(\.id)) }
        return candidates.first
    }

    /// The path of a data file, in the first folder that has it.
    ///
    /// - Throws: ``InputFault/noData(file:folders:)``.
    public func locate(_ file: String) throws(InputFault) -> String {
        for folder in folders {
            let path = folder + "/" + file
            if FileManager.default.fileExists(atPath: path) { return path }
        }
        throw .noData(file: file, folders: folders)
    }
}
