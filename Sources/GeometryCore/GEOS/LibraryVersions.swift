import CGEOS
import CPROJ

/// The versions of the libraries that figures rest on, as they are at run time.
public enum LibraryVersions {
    /// GEOS's version, such as `3.11.1`; the C interface's own number is left out. `none` where it is not on the machine.
    public static let geos =
        GEOSLibrary.functions?.GEOSversion().map { String(String(cString: $0).prefix { $0 != "-" }) } ?? "none"

    /// PROJ's version, such as `9.1.1`; `none` where it is not on the machine.
    public static let proj = PROJLibrary.functions.map { String(cString: $0.proj_info().version) } ?? "none"
}
