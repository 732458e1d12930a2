import CGEOS

/// GEOS as it is on this machine, loaded when it is first asked for.
///
/// It stands on a library of C++ that takes longer to load than a map takes to be measured; plain sets and nearly all changes are
/// proven without it.
enum GEOSLibrary {
    /// The functions; none where no GEOS is found, or one that lacks some of them.
    static let functions: GEOSFunctions? = {
        let memory = UnsafeMutablePointer<GEOSFunctions>.allocate(capacity: 1)
        defer { memory.deallocate() }
        for name in names where GEOSFunctionsLoad(memory, name) { return memory.pointee }
        return nil
    }()

    /// Where it is looked for: in the program, which may be linked with it; by the number of its interface, which has not changed
    /// since GEOS 3.0; by the name that its header comes with.
    private static var names: [String?] {
        #if canImport(Darwin)
            [nil, "libgeos_c.dylib", "/opt/homebrew/lib/libgeos_c.dylib", "/usr/local/lib/libgeos_c.dylib"]
        #else
            [nil, "libgeos_c.so.1", "libgeos_c.so"]
        #endif
    }

    /// What to do where there is none. The latest of the functions, that which repairs by structure, came with 3.10.
    static let missing = "no GEOS of 3.10 or later is on this machine: install libgeos (scripts/setup does)"
}
