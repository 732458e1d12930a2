import CGEOS
import Testing

@testable import GeometryCore

/// Libraries that are loaded when they are first asked for.
@Suite struct LoadedLibraryTests {
    private func loads(_ name: String?) -> Bool {
        let memory = UnsafeMutablePointer<GEOSFunctions>.allocate(capacity: 1)
        defer { memory.deallocate() }
        return GEOSFunctionsLoad(memory, name)
    }

    @Test func whatIsNotThereOrLacksFunctionsIsNotTaken() {
        #expect(!loads("libmetes-has-no-such-library.so"))
        #if os(Linux)
            #expect(!loads("libm.so.6"))
        #endif
    }

    @Test func whatIsTakenIsWhatTheVersionSays() throws {
        let functions = try #require(GEOSLibrary.functions)
        let version = try #require(functions.GEOSversion())
        #expect(String(cString: version).hasPrefix(LibraryVersions.geos))
        #expect(LibraryVersions.geos.split(separator: ".").count >= 3)
        #expect(GeometryError.missingGEOS.description.contains("install libgeos"))
    }
}
