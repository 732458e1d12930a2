/// Why a text names no area model.
public enum AreaModelFault: Error, Hashable, Sendable {
    /// The text is none of the names.
    case unknown(String)
    /// What stands for a sphere's radius is no number of metres from 100 km up.
    case badRadius(String)
    /// A projected model without a coordinate reference system.
    case crsMissing
}

extension AreaModelFault: CustomStringConvertible {
    /// The fault in one line, with the names that are read.
    public var description: String {
        switch self {
        case .unknown(let text): "no area model is called '\(text)': use \(Self.accepted)"
        case .badRadius(let text):
            "'\(text)' is no radius: give the sphere's radius in metres, at least 100000, as in spherical(6371008.8)"
        case .crsMissing: "a projected model needs a coordinate reference system, as in projected(EPSG:6933)"
        }
    }

    private static let accepted = """
        ellipsoidal(straight) or straight, ellipsoidal(geodesic) or geodesic, spherical or spherical(RADIUS m), \
        webMap, projected(CRS) or a code such as EPSG:6933
        """
}

extension AreaModel {
    /// The model's full name, as ``init(named:)`` reads it: `ellipsoidal(straight)`, `spherical(6371008.8 m)`, `webMap`,
    /// `projected(EPSG:6933)`.
    public var name: String {
        switch self {
        case .ellipsoidal(.straight): "ellipsoidal(straight)"
        case .ellipsoidal(.geodesic): "ellipsoidal(geodesic)"
        case .spherical(let radius): "spherical(\(radius.metresInWords))"
        case .webMap: "webMap"
        case .projected(let crs): "projected(\(crs))"
        }
    }

    /// The model in one sentence, for help and reports.
    public var meaning: String {
        switch self {
        case .ellipsoidal(.straight):
            "The WGS84 ellipsoid, with edges straight in longitude and latitude (RFC 7946), integrated exactly."
        case .ellipsoidal(.geodesic): "The WGS84 ellipsoid, with geodesics, the shortest lines, as edges."
        case .spherical(let radius):
            "A sphere of radius \(radius.metresInWords), with edges straight in longitude and latitude."
        case .webMap: "The area formula of web maps' widgets, on a sphere of radius 6378137 m."
        case .projected(let crs):
            "The plane of \(crs), with edges straight in longitude and latitude; true only if it is equal-area."
        }
    }

    /// Reads a model's name or a short form of it, whatever the case: `straight`, `geodesic`, `spherical`,
    /// `spherical(6371008.8)` (metres), `web-map`, `EPSG:6933`.
    ///
    /// Whether PROJ knows the coordinate reference system is seen when something is measured.
    ///
    /// - Throws: ``AreaModelFault``, which says what is accepted.
    public init(named text: String) throws(AreaModelFault) {
        let name = text.trimmed
        let (word, argument) = name.wordAndArgument
        switch (word.lowercased().filter { !"-_ ".contains($0) }, argument?.lowercased()) {
        case ("ellipsoidal", nil), ("ellipsoidal", "straight"), ("straight", nil): self = .ellipsoidal(edges: .straight)
        case ("ellipsoidal", "geodesic"), ("geodesic", nil): self = .ellipsoidal(edges: .geodesic)
        case ("spherical", nil): self = .spherical(radius: Self.meanRadius)
        case ("spherical", let radius?):
            let number = radius.hasSuffix("m") ? String(radius.dropLast()).trimmed : radius
            // A smaller sphere is a radius in kilometres: the Moon's is 1,737 km.
            guard let metres = Double(number), metres.isFinite, metres >= 100_000 else { throw .badRadius(radius) }
            self = .spherical(radius: Distance(metres: metres))
        case ("webmap", nil): self = .webMap
        case ("projected", _):
            guard let argument, !argument.isEmpty else { throw .crsMissing }
            self = .projected(crs: argument.codeWithUppercaseAuthority ?? argument)
        default:
            guard let code = name.codeWithUppercaseAuthority else { throw .unknown(text) }
            self = .projected(crs: code)
        }
    }
}

extension Distance {
    /// `6371008.8 m`, `6378137 m`: every digit that counts, and no other.
    fileprivate var metresInWords: String {
        let digits = "\(metres)"
        return (digits.hasSuffix(".0") ? String(digits.dropLast(2)) : digits) + " m"
    }
}

extension String {
    fileprivate var trimmed: String {
        String(drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
    }

    /// `word(argument)` taken apart; the whole text where it does not have that form.
    fileprivate var wordAndArgument: (word: String, argument: String?) {
        guard hasSuffix(")"), let open = firstIndex(of: "(") else { return (self, nil) }
        return (String(self[..<open]), String(self[index(after: open)...].dropLast()).trimmed)
    }

    /// `EPSG:6933` for `epsg:6933`; none where the text is not one authority and one code.
    fileprivate var codeWithUppercaseAuthority: String? {
        let parts = split(separator: ":", omittingEmptySubsequences: false)
        guard parts.count == 2, let first = parts[0].first, first.isLetter,
            parts[0].allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber) }),
            !parts[1].isEmpty, parts[1].allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "_") })
        else { return nil }
        return parts[0].uppercased() + ":" + parts[1]
    }
}
