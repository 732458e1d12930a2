/// The plane operations on polygon sets, for one thread of work.
///
/// Values go in and values come out; what GEOS allocates between lives no longer than the call. An engine is not
/// `Sendable`: each task makes its own, which costs next to nothing.
public final class GeometryEngine {
    private var made: GEOSContext?

    /// Makes an engine; that GEOS is not on the machine is told when something is asked of it.
    public init() {}

    /// A GEOS context of its own, made when it is first asked for.
    var context: GEOSContext {
        get throws(GeometryError) {
            if let made { return made }
            let context = try GEOSContext()
            made = context
            return context
        }
    }
}
