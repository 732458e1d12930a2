import TestSupport
import Testing

@testable import GeometryCore

@Suite("Names of area models")
struct AreaModelNameTests {
    private static let names: [(AreaModel, String)] = [
        (.standard, "ellipsoidal(straight)"),
        (.ellipsoidal(edges: .geodesic), "ellipsoidal(geodesic)"),
        (.spherical(radius: Distance(metres: 6_371_008.8)), "spherical(6371008.8 m)"),
        (.spherical(radius: Distance(metres: 6_378_137)), "spherical(6378137 m)"),
        (.webMap, "webMap"),
        (.projected(crs: "EPSG:6933"), "projected(EPSG:6933)"),
        (.projected(crs: "+proj=cea +lat_ts=(30)"), "projected(+proj=cea +lat_ts=(30))"),
    ]

    @Test(arguments: names) func aNameIsReadBack(model: AreaModel, name: String) throws {
        #expect(model.name == name)
        #expect(try AreaModel(named: name) == model)
        #expect(model.meaning.hasSuffix(".") && !model.meaning.contains("\n"))
    }

    @Test(arguments: [
        ("straight", AreaModel.standard), ("Ellipsoidal", .standard), (" ELLIPSOIDAL( Straight ) ", .standard),
        ("geodesic", .ellipsoidal(edges: .geodesic)), ("Ellipsoidal(GEODESIC)", .ellipsoidal(edges: .geodesic)),
        ("spherical", .spherical(radius: Distance(metres: 6_371_008.8))),
        ("Spherical(6371008.8)", .spherical(radius: Distance(metres: 6_371_008.8))),
        ("spherical(6378137m)", .spherical(radius: Distance(metres: 6_378_137))),
        ("web-map", .webMap), ("WEBMAP", .webMap), ("web map", .webMap),
        ("EPSG:6933", .projected(crs: "EPSG:6933")), ("epsg:6933", .projected(crs: "EPSG:6933")),
        ("Projected(epsg:6933)", .projected(crs: "EPSG:6933")), ("ESRI:102008", .projected(crs: "ESRI:102008")),
    ])
    func aShortFormIsRead(text: String, model: AreaModel) throws {
        #expect(try AreaModel(named: text) == model)
    }

    @Test(arguments: [
        ("", AreaModelFault.unknown("")), ("flat", .unknown("flat")), ("ellipsoidal()", .unknown("ellipsoidal()")),
        ("ellipsoidal(round)", .unknown("ellipsoidal(round)")), ("webMap(1)", .unknown("webMap(1)")),
        (":6933", .unknown(":6933")), ("EPSG:", .unknown("EPSG:")), ("straight)", .unknown("straight)")),
        ("spherical()", .badRadius("")), ("spherical(six)", .badRadius("six")), ("spherical(nan)", .badRadius("nan")),
        ("spherical(6371)", .badRadius("6371")), ("spherical(-6371008.8)", .badRadius("-6371008.8")),
        ("spherical(6371 km)", .badRadius("6371 km")), ("spherical(inf)", .badRadius("inf")),
        ("projected()", .crsMissing), ("projected", .crsMissing), ("projected( )", .crsMissing),
    ])
    func whatIsNoNameIsRefused(text: String, fault: AreaModelFault) {
        #expect(throws: fault) { try AreaModel(named: text) }
    }

    @Test func theWordsSayWhatIsAccepted() {
        let words = AreaModelFault.unknown("flat").description
        for name in ["straight", "geodesic", "spherical(", "webMap", "projected(", "EPSG:6933"] {
            #expect(words.contains(name))
        }
    }
}
