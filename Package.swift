// swift-tools-version: 6.1
import PackageDescription

// GEOS and PROJ are loaded when they are first asked for. Their pkg-config files would have them linked, and with the library of
// C++ and the forty others that they stand on loaded at every start; on Linux their headers are found without.
#if os(Linux)
    let (geosConfiguration, projConfiguration): (String?, String?) = (nil, nil)
#else
    let (geosConfiguration, projConfiguration): (String?, String?) = ("geos", "proj")
#endif

let package = Package(
    name: "metes",
    platforms: [.macOS(.v15)],
    products: [
        .executable(name: "metes", targets: ["metes"]),
        .library(name: "GeometryCore", targets: ["GeometryCore"]),
        .library(name: "Territory", targets: ["Territory"]),
        .library(name: "Claims", targets: ["Claims"]),
        .library(name: "Reporting", targets: ["Reporting"]),
    ],
    dependencies: [
        // The commands: options, help, completion.
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.5.0"),
        // Paths and reading of files.
        .package(url: "https://github.com/apple/swift-system", from: "1.4.0"),
        // Atlases and claims are YAML, and a fault in them is told with its line and column.
        .package(url: "https://github.com/jpsim/Yams", from: "6.0.0"),
    ],
    targets: [
        // Overlay, validity, point in polygon.
        .systemLibrary(
            name: "CGEOS", pkgConfig: geosConfiguration, providers: [.apt(["libgeos-dev"]), .brew(["geos"])]),
        // Geodesics and map projections.
        .systemLibrary(
            name: "CPROJ", pkgConfig: projConfiguration, providers: [.apt(["libproj-dev"]), .brew(["proj"])]),
        // SHA-256 of the inputs.
        .systemLibrary(
            name: "CCrypto", pkgConfig: "libcrypto", providers: [.apt(["libssl-dev"]), .brew(["openssl@3"])]),
        // The visible text of HTML pages.
        .systemLibrary(
            name: "CXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"]), .brew(["libxml2"])]),
        .target(name: "GeometryCore", dependencies: ["CGEOS", "CPROJ"]),
        .target(
            name: "Territory",
            dependencies: [
                "GeometryCore", "CCrypto", "Yams", .product(name: "SystemPackage", package: "swift-system"),
            ]),
        .target(name: "Claims", dependencies: ["Territory", "GeometryCore", "CXML2"]),
        .target(name: "Reporting", dependencies: ["Claims", "Territory", "GeometryCore"]),
        .executableTarget(
            name: "metes",
            dependencies: [
                "Reporting", "Claims", "Territory", "GeometryCore",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
                .product(name: "SystemPackage", package: "swift-system"),
            ]),
        // Where tests find data, and small polygons to test with.
        .target(name: "TestSupport", dependencies: ["GeometryCore"], path: "Tests/TestSupport"),
        // These call functions of GEOS of their own, to compare with.
        .testTarget(
            name: "GeometryCoreTests", dependencies: ["GeometryCore", "CGEOS", "TestSupport"],
            linkerSettings: [.linkedLibrary("geos_c")]),
        .testTarget(
            name: "ConformanceTests", dependencies: ["GeometryCore", "CGEOS", "TestSupport"],
            linkerSettings: [.linkedLibrary("geos_c")]),
        // The same land drawn otherwise has the same areas, changes and verdicts.
        .testTarget(name: "MetamorphicTests", dependencies: ["Claims", "Territory", "GeometryCore", "TestSupport"]),
        .testTarget(name: "TerritoryTests", dependencies: ["Territory", "TestSupport"]),
        .testTarget(name: "ClaimsTests", dependencies: ["Claims", "TestSupport"]),
        .testTarget(name: "ReportingTests", dependencies: ["Reporting", "TestSupport"]),
        .testTarget(name: "CommandTests", dependencies: ["metes", "TestSupport"]),
    ],
    swiftLanguageModes: [.v6]
)
