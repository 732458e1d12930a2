/// The plane operations on polygon sets, for one thread of work.
///
/// Values go in and values come out; what GEOS allocates between lives no longer than the call. An engine is not
/// `Sendable`: each task makes its own, which costs some microseconds.
public final class GeometryEngine {
    let context = GEOSContext()

    /// Makes an engine with a GEOS context of its own.
    public init() {}
}
