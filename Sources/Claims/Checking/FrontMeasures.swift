import GeometryCore
import Territory

extension Checker {
    /// How far held land is from a border or a place.
    func distance(_ subject: Subject, _ assumptions: Assumptions) throws(CheckStop) -> Quantity {
        let day = try subject.day().adding(days: assumptions.endShift)
        let (snapshot, _) = try map(of: subject.source, at: subject.source.clock.end(of: day))
        guard
            let points = try approach(
                snapshot, to: subject, from: try side(of: subject), classes: assumptions.convention.classes)
        else { throw .missing(.data("no land is held there on the map of that day")) }
        return Quantity(
            number: points.distance.kilometres, unit: .kilometres, terms: [.nearest(points)],
            tolerance: (accuracy?.metres ?? 0.001) / 1000)
    }

    /// The length of the front in a region.
    func frontLength(_ subject: Subject, _ assumptions: Assumptions) throws(CheckStop) -> Quantity {
        guard let regionSet else { throw .missing(.regionSet) }
        let day = try subject.day().adding(days: assumptions.endShift)
        let region = try subject.region()
        let (snapshot, _) = try map(of: subject.source, at: subject.source.clock.end(of: day))
        let length = try faulty { () throws(InputFault) in
            try measurer.front(
                snapshot, in: region, of: regionSet, classes: assumptions.convention.classes, scale: assumptions.scale)
        }
        return Quantity(
            number: length.kilometres, unit: .kilometres, terms: [.front(length, scale: assumptions.scale)],
            tolerance: 0.001)
    }

    /// The region in which land must lie for a claim that names a side.
    func side(of subject: Subject) throws(CheckStop) -> Region? {
        guard let side = subject.claim.side else { return nil }
        return try region(named: side)
    }

    /// The nearest points of held land and what a claim names.
    func approach(
        _ snapshot: Snapshot, to subject: Subject, from side: Region?, classes: [String]
    ) throws(CheckStop) -> NearestPoints? {
        let place = subject.place
        guard case .whole = place else {
            return try faulty { () throws(InputFault) in
                switch place {
                case .region(let region):
                    try measurer.approach(snapshot, to: region, from: side, classes: classes)
                case .settlement(_, let position):
                    try measurer.approach(snapshot, to: position, from: side, classes: classes)
                case .whole: nil
                }
            }
        }
        throw .missing(.border(subject.claim.region))
    }
}
