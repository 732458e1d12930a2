extension Gazetteer {
    /// Reads the gazetteer that an atlas names; where its files are not there, one without settlements.
    ///
    /// - Throws: as ``init(places:official:spellings:)``.
    public init(of atlas: Atlas) throws(InputFault) {
        guard let entry = atlas.gazetteer, let places = try? atlas.locate(entry.places),
            let official = try? atlas.locate(entry.official)
        else {
            self.init()
            return
        }
        try self.init(
            places: places, official: official, spellings: entry.spellings.flatMap { try? atlas.locate($0) })
    }
}
