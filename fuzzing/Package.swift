// swift-tools-version: 6.1
import PackageDescription

// Fuzzing is a package of its own, so that nobody who uses metes builds it. `scripts/fuzz` builds and runs it.
let package = Package(
    name: "fuzzing",
    platforms: [.macOS(.v15)],
    dependencies: [.package(name: "metes", path: "..")],
    targets: [
        // What the targets share: failing, counting, files.
        .target(name: "FuzzSupport"),
        // One target for each door through which bytes come in; `scripts/fuzz` runs each by its name.
        .executableTarget(
            name: "geojson",
            dependencies: [
                "FuzzSupport", .product(name: "GeometryCore", package: "metes"),
                .product(name: "Territory", package: "metes"),
            ]),
        .executableTarget(
            name: "change", dependencies: ["FuzzSupport", .product(name: "GeometryCore", package: "metes")]),
        .executableTarget(
            name: "claims",
            dependencies: [
                "FuzzSupport", .product(name: "Claims", package: "metes"),
                .product(name: "Territory", package: "metes"),
            ]),
        .executableTarget(
            name: "text",
            dependencies: [
                "FuzzSupport", .product(name: "Claims", package: "metes"),
                .product(name: "Territory", package: "metes"),
            ]),
    ],
    swiftLanguageModes: [.v6]
)
