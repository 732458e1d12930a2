extension GeoJSONRemark: CustomStringConvertible {
    /// One line: where it was found first, what it is, how often, and what to do where it was not meant.
    public var description: String {
        let times = count == 1 ? "" : " (\(count) times; this is the first)"
        return "\(first): \(kind.words)\(times)"
    }
}

extension GeoJSONRemark.Kind {
    fileprivate var words: String {
        switch self {
        case .windingAgainstRule:
            "a ring winds against RFC 7946, which asks for shells counter-clockwise and holes clockwise; "
                + "areas do not depend on it"
        case .longitudeBeyond180: "a longitude beyond ±180°; read as it stands"
        case .edgeLongerThan180:
            "an edge of more than 180° of longitude; read as a straight line the long way round: "
                + "cut the geometry at the antimeridian if it was meant to cross it"
        case .moreThanThreeNumbers: "a position of more than three numbers; only longitude and latitude are kept"
        case .nestedCollection: "a geometry collection inside another; read as it stands"
        case .singleMemberCollection: "a geometry collection of one geometry; read as it stands"
        case .duplicateProperty: "a property stands twice; the last one counts"
        }
    }
}
