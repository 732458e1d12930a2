import GeometryCore

extension InputFault: CustomStringConvertible {
    /// The fault in one line, with what to do next.
    public var description: String { words.onOneLine }

    private var words: String {
        switch self {
        case .unreadable(let path, let problem): "\(path): \(problem)"
        case .malformed(let fault): "\(fault)"
        case .document(let fault): "\(fault)"
        case .invalid(let invalidities): Self.words(for: invalidities)
        case .geometry(let error, let place): Self.words(place, "\(error)")
        case .unmeasurable(let fault, let place): Self.words(place, "\(fault)")
        case .noPolygons(let path, let selection):
            "\(path): no polygon\(selection.isEmpty ? "" : " with \(selection)"); check the file"
                + (selection.isEmpty ? "" : " and the selection")
        case .noMaps(let folder): "\(folder): no file in it ends in .geojson; name the maps' folder, or the files"
        case .unknown(let thing, let name, let known):
            "no \(thing.rawValue) `\(name)`; known are \(known.isEmpty ? "none" : known.joined(separator: ", "))"
        case .noAtlasForRegions(let name):
            "no file `\(name)`, and no atlas that has a region set of that name; name an atlas with --atlas or METES_ATLAS"
        case .noRegions:
            "regions are needed to measure against; name a file of them with --by, or an atlas that has some with --atlas"
        case .noRegionCode(let place, let property, let present):
            Self.words(
                place,
                (property.map { "the feature has no property `\($0)`" } ?? "no usual property tells the regions apart")
                    + "; say which holds the code with --code-property"
                    + (present.isEmpty ? "" : " (there are \(present.prefix(12).joined(separator: ", ")))"))
        case .sameRegion(let path, let code, let given):
            "\(path): the codes \(given.joined(separator: " and ")) both mean \(code) in the region table; correct the file or "
                + "the table"
        case .noOfficialAreas(let regionSet):
            "no official areas of \(regionSet) are known; use a region set of the atlas that has a table"
        case .beyondAntimeridian(let path, let longitude):
            "\(path): the longitude \(longitude) lies beyond ±180 and cannot be compared with other polygons; cut what crosses "
                + "the antimeridian there (RFC 7946 §3.1.9)"
        case .ambiguousSource(let path, let sources):
            "\(path): the name fits the sources \(sources.joined(separator: ", ")); say which with --source"
        case .noTime(let path):
            "\(path): the name tells no time; put a day in it, as map-2025-06-07.geojson, or name its source with --source"
        case .noAtlas(let searched):
            "no atlas found in \(searched.joined(separator: ", ")); name one with --atlas or METES_ATLAS"
        case .noLexicon(let atlas):
            "\(atlas): it names no lexicon to read texts with; add some under `lexicons`, as geodata/ukraine/atlas.yaml has"
        case .noClaims(let path):
            "\(path): no claim about territory was read in it; see what was seen with metes claims, or write a claims file"
        case .noPublicationDay(let path):
            "\(path): nothing in it says when it was published, so that words as \"last month\" mean no date; say so with "
                + "--published 2025-06-08"
        case .noData(let file, let folders):
            "no file \(file) in \(folders.joined(separator: ", ")); run scripts/fetch-geodata, or add its folder to the "
                + "atlas's `data` or to METES_DATA"
        case .noMapInForce(let source, let moment, let earliest):
            "no map of \(source) was in force at \(moment)"
                + (earliest.map { "; the first one here is of \($0)" } ?? "; there is none here at all")
                + "; get its maps with scripts/fetch-geodata"
        case .inconsistent(let words, let place): Self.words(place, words)
        }
    }

    private static func words(_ place: Place, _ words: String) -> String {
        let prefix = "\(place)"
        return prefix.isEmpty ? words : "\(prefix): \(words)"
    }

    private static func words(for invalidities: [PlacedInvalidity]) -> String {
        let shown = invalidities.prefix(3).map { placed in
            let invalidity = placed.invalidity
            let position = invalidity.position.map { " at \($0.x), \($0.y)" } ?? ""
            return words(
                placed.place, (placed.label.isEmpty ? "" : "\(placed.label): ") + invalidity.reason + position)
        }
        let more = invalidities.count > 3 ? "; and \(invalidities.count - 3) more" : ""
        return "invalid polygons: " + shown.joined(separator: "; ") + more
            + "; mend the file, or repair it with --repair and see how much that moves"
    }
}

extension FileProblem: CustomStringConvertible {
    /// The problem in words.
    public var description: String {
        switch self {
        case .missing: "no such file; check the path"
        case .directory: "this is a directory; name a file in it"
        case .refused: "the file cannot be read; check its permissions"
        case .notText: "not UTF-8 text; check that it is the right file"
        case .tooLarge(let bytes): "\(bytes) bytes are more than the 1 GiB that is read at once; split the file"
        }
    }
}
