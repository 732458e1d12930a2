import GeometryCore

extension GeoJSONDocument {
    /// Reads a file that has been loaded.
    ///
    /// - Throws: ``InputFault/malformed(_:)``.
    init(reading file: InputFile) throws(InputFault) {
        var noTrace: GeoJSONTrace?
        try self.init(reading: file, tracing: &noTrace)
    }

    /// Reads a file of a series, faster where it is the same as the one before.
    init(reading file: InputFile, tracing trace: inout GeoJSONTrace?) throws(InputFault) {
        do throws(GeoJSONFault) {
            self = try GeoJSONReader.read(file.bytes, file: file.path, tracing: &trace)
        } catch {
            throw .malformed(error)
        }
    }

    /// Whether longitudes are such that no edge leaves open which way round the Earth it goes: within ±180°, and no edge
    /// longer than that. Latitudes always are.
    var isPlainlyGeographic: Bool {
        !remarks.contains { $0.kind == .longitudeBeyond180 || $0.kind == .edgeLongerThan180 }
    }

    /// The reader's remarks as warnings; winding is left out, since no figure depends on it.
    func warnings(path: String) -> [Warning] {
        remarks.filter { $0.kind != .windingAgainstRule }.map { .remark(path: path, $0) }
    }
}

extension GeoJSONFeature {
    /// Whether the feature has an area.
    var hasPolygons: Bool { !(geometry?.polygons.isEmpty ?? true) }
}

extension JSONValue {
    /// A string as it is, a number or a truth value as JSON writes it; none for the rest.
    var text: String? {
        switch self {
        case .string(let text): text
        case .number(let number):
            number == number.rounded() && number.magnitude < 0x1p53 ? String(Int(number)) : String(number)
        case .bool(let flag): String(flag)
        case .null, .array, .object: nil
        }
    }
}
