import GeometryCore
import Reporting
import Territory

/// Finds what a name on the command line means: a region of the sets there are, a settlement, a point.
final class PlaceLookup {
    private let map: MapOptions
    private let atlas: Atlas?
    private let measurer: Measurer
    private let engine: GeometryEngine
    private var known: [String: RegionSet] = [:]
    private var used: [String] = []

    init(map: MapOptions, atlas: Atlas?, measurer: Measurer, engine: GeometryEngine) {
        (self.map, self.atlas, self.measurer, self.engine) = (map, atlas, measurer, engine)
    }

    /// The boundaries in which something was found.
    var inputs: [InputReceipt] { used.compactMap { known[$0] }.flatMap(\.inputs) }

    /// A point as `LON,LAT`; else the region and the settlement of a name, as far as there are.
    func aims(_ text: String) throws(InputFault) -> [DistanceReport.Aim] {
        if let point = try point(text) { return [.point(point, nil)] }
        let region = try region(named: text)
        var aims: [DistanceReport.Aim] = []
        if let (region, set) = region { aims.append(.outline(region, regionSet: set)) }
        // A code is nobody's name.
        if region?.region.code != text, let place = try gazetteer()?.place(named: text) {
            aims.append(.point(place.position, place))
        }
        guard !aims.isEmpty else { throw .unknown(.place, name: text, known: codes) }
        return aims
    }

    /// The region of a name.
    func requiredRegion(named text: String) throws(InputFault) -> Region {
        guard let found = try region(named: text) else { throw .unknown(.region, name: text, known: codes) }
        return found.region
    }

    /// The codes of the sets that were looked in.
    private var codes: [String] { sets.prefix(1).compactMap { known[$0] }.flatMap { $0.regions.map(\.code) } }

    /// The sets to look in: the one of `--by`, else those of the atlas.
    private var sets: [String] { map.by.map { [$0] } ?? atlas?.regionSets.map(\.id) ?? [] }

    private func region(named text: String) throws(InputFault) -> (region: Region, set: String)? {
        for (index, name) in sets.enumerated() {
            let set: RegionSet
            do throws(InputFault) {
                set = if let read = known[name] { read } else { try map.regionSet(named: name, atlas, engine) }
            } catch {
                // Of a further set nobody spoke: where it is faulty or not there, it has no answer.
                if index == 0 { throw error }
                continue
            }
            known[name] = set
            guard let region = try measurer.region(named: text, of: set) else { continue }
            if !used.contains(name) { used.append(name) }
            return (region, name)
        }
        return nil
    }

    private func point(_ text: String) throws(InputFault) -> Position? {
        let numbers = text.split(separator: ",", omittingEmptySubsequences: false).map { Double($0.drop { $0 == " " }) }
        guard numbers.count == 2, let x = numbers[0], let y = numbers[1] else { return nil }
        guard x.magnitude <= 180, y.magnitude <= 90, let position = try? Position(x: x, y: y) else {
            throw .geometry(.notOnEarth(latitude: y), at: Place())
        }
        return position
    }

    private func gazetteer() throws(InputFault) -> Gazetteer? {
        guard let atlas, let entry = atlas.gazetteer, let places = try? atlas.locate(entry.places),
            let official = try? atlas.locate(entry.official)
        else { return nil }
        return try Gazetteer(
            places: places, official: official, spellings: entry.spellings.flatMap { try? atlas.locate($0) })
    }
}
