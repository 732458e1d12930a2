// swift-tools-version: 6.1
import PackageDescription

// Benchmarks of parts are a package of their own, so that nobody who uses metes builds them or what they stand on.
let package = Package(
    name: "inside",
    platforms: [.macOS(.v15)],
    dependencies: [
        .package(name: "metes", path: "../.."),
        // Measures and prints; without its traits it needs no jemalloc.
        .package(url: "https://github.com/ordo-one/benchmark", exact: "1.38.1", traits: []),
    ],
    targets: [
        .executableTarget(
            name: "Parts",
            dependencies: [
                .product(name: "Benchmark", package: "benchmark"), .product(name: "GeometryCore", package: "metes"),
                .product(name: "Claims", package: "metes"), .product(name: "Territory", package: "metes"),
            ],
            path: "Benchmarks/Parts", plugins: [.plugin(name: "BenchmarkPlugin", package: "benchmark")]),
        .executableTarget(
            name: "Reading", dependencies: [.product(name: "GeometryCore", package: "metes")],
            path: "Reading"),
    ],
    swiftLanguageModes: [.v6]
)
