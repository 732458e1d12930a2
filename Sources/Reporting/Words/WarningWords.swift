import GeometryCore
import Territory

extension Warning {
    /// The warning in one line: what, why, and the next thing to try.
    public func words(_ style: NumberStyle = .standard) -> String {
        switch self {
        case .overlappingParts(let path, let overlap, let classes):
            "\(path): parts of \(classes.joined(separator: " + ")) overlap by \(style.areaWithUnit(overlap)); the sum of "
                + "the parts counts it twice, one set counts it once"
        case .repaired(let path, let polygons, let labels, let moved):
            "\(path): repaired \(polygons) invalid feature\(polygons == 1 ? "" : "s")"
                + (labels.isEmpty ? "" : " (\(labels.joined(separator: ", ")))")
                + ", which moved \(style.areaWithUnit(moved)); prefer a file that needs no repair"
        case .fixedGrid(let path, let step):
            "\(path): an overlay on double precision failed its verification and was computed on a grid of \(step) "
                + "degrees; figures hold to the length of the borders times that step; a newer GEOS may not need it"
        case .largeRemainder(let path, let remainder, let total):
            "\(path): \(style.areaWithUnit(remainder)) of \(style.areaWithUnit(total)) lie in no region "
                + "(\(style.fixed(100 * (remainder / total), digits: 2)) %); the borders may be too coarse: try a finer file"
        case .overlappingRegions(let path, let overlap):
            "\(path): regions overlap by \(style.areaWithUnit(overlap)) of what is measured; their figures add up to more "
                + "than the total; use borders that do not overlap"
        case .unclassified(let path, let features):
            "\(path): \(features) feature\(features == 1 ? "" : "s") with polygons fit no class rule and were left out; "
                + "add a rule to the source's `classes` in the atlas"
        case .swappedAxes(let path):
            "\(path): lies in no region, but would with longitude and latitude swapped; GeoJSON puts longitude first: "
                + "swap the axes in the file"
        case .remark(_, let remark): "\(remark)"
        case .otherSource(let path, let named, let fits):
            "\(path): read by the rules of \(named), but named like the maps of \(fits); leave --source out, or check it"
        case .everythingCounts(let path, let features):
            "\(path): no source in the atlas names its files so; all \(features) features count alike: select with --where, "
                + "or name an atlas that knows the source"
        case .duplicateMap(let path, let other, let asOf):
            "\(path): is of \(asOf) as \(other) is, and is left out; give one map of each time"
        case .gap(let path, let days, let after):
            "\(path): no map for \(days) days before it, since \(after); what changed then is in one step: maps may be missing"
        case .staleMap(let path, let asOf, let wanted):
            "\(path): the last map by \(wanted) is of \(asOf), more than three days older; later maps may be missing: run "
                + "scripts/fetch-geodata"
        case .reversedOrder(let path, let asOf, let after):
            "\(path): the map given first is of \(asOf), the second one of \(after); gained and lost are swapped: give the "
                + "earlier map first"
        case .mixedSources(let path, let before, let after):
            "\(path): the maps are of two sources, \(before) and \(after); part of the change is that they disagree: "
                + "compare maps of one source"
        }
    }
}
