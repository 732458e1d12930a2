import CPROJ

/// PROJ as it is on this machine, loaded when it is first asked for.
///
/// It stands on forty libraries, from HTTP to TIFF. What measures straight edges needs none of them, and would wait for them
/// longer than for its figures.
enum PROJLibrary {
    /// The functions; none where no PROJ of the major version that the program was built with is found.
    static let functions: PROJFunctions? = {
        let memory = UnsafeMutablePointer<PROJFunctions>.allocate(capacity: 1)
        defer { memory.deallocate() }
        for name in names
        where PROJFunctionsLoad(memory, name) && memory.pointee.proj_info().major == PROJ_VERSION_MAJOR {
            return memory.pointee
        }
        return nil
    }()

    /// Where it is looked for: in the program, which may be linked with it; by the name that its headers come with; by the
    /// numbers of its interface since PROJ 6, the latest first.
    private static var names: [String?] {
        #if canImport(Darwin)
            [nil, "libproj.dylib", "/opt/homebrew/lib/libproj.dylib", "/usr/local/lib/libproj.dylib"]
        #else
            [nil, "libproj.so"] + (15...40).reversed().map { "libproj.so.\($0)" }
        #endif
    }

    /// What to do where there is none.
    static let missing = "PROJ \(PROJ_VERSION_MAJOR) is not on this machine: install libproj (scripts/setup does)"
}
