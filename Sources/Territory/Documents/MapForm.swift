import GeometryCore

/// In which form a source publishes its maps.
public enum MapForm: Hashable, Sendable {
    /// GeoJSON.
    case geoJSON
    /// Lists of rings under names of their own (``RingListReader``); each list's name is its features' property `list`.
    case ringLists([String], axes: RingListReader.Axes)
}

extension GeoJSONDocument {
    /// Reads a map that has been loaded, in the form of its source.
    ///
    /// - Throws: ``InputFault/malformed(_:)``.
    init(reading file: InputFile, as form: MapForm) throws(InputFault) {
        var noTrace: GeoJSONTrace?
        try self.init(reading: file, as: form, tracing: &noTrace)
    }

    /// Reads a map of a series, faster where it is GeoJSON and the same as the one before.
    init(reading file: InputFile, as form: MapForm, tracing trace: inout GeoJSONTrace?) throws(InputFault) {
        switch form {
        case .geoJSON: try self.init(reading: file, tracing: &trace)
        case .ringLists(let lists, let axes):
            do throws(GeoJSONFault) {
                self = try RingListReader.read(file.bytes, file: file.path, lists: lists, axes: axes)
            } catch {
                throw .malformed(error)
            }
        }
    }
}
