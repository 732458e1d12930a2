import Foundation
import TestSupport
import Testing

@testable import GeometryCore

@Suite("Areas known in closed form")
struct AreaClosedFormTests {
    /// W(φ) = (a²/2)·q(φ), with the authalic function as Snyder 1987 writes it (eq. 3-12): another way than the
    /// sources take.
    private func height(_ latitude: Double) -> Double {
        let (radius, flattening) = (6_378_137.0, 1 / 298.257223563)
        let square = flattening * (2 - flattening)
        let (e, sine) = (square.squareRoot(), sin(latitude * .pi / 180))
        return radius * radius / 2 * (1 - square) * (sine / (1 - square * sine * sine) + atanh(e * sine) / e)
    }

    static let boxes: [[Double]] = [
        [30, 45, 40, 52], [-90, -10, 90, 80], [0, 0, 180, 90], [-20, -90, 20, -89], [36, 48, 36.001, 48.001],
        [170, -5, 190, 5],
    ]

    @Test(arguments: boxes) func aBox(box: [Double]) throws {
        let set = ValidMultiPolygon(shells: try Ring.box(box[0], box[1], box[2], box[3]))
        let width = (box[2] - box[0]) * .pi / 180
        let onEllipsoid = width * (height(box[3]) - height(box[1]))
        // A few units of the last digit of what is subtracted.
        let tolerance = 1e-15 * width * 6_378_137 * 6_378_137
        #expect(abs(try AreaModel.standard.area(of: set).squareMetres - onEllipsoid) <= tolerance)

        let sines = sin(box[3] * .pi / 180) - sin(box[1] * .pi / 180)
        let onSphere = 6_378_137.0 * 6_378_137.0 * width * sines
        let sphere = AreaModel.spherical(radius: Distance(metres: 6_378_137))
        #expect(abs(try sphere.area(of: set).squareMetres - onSphere) <= tolerance)
        #expect(abs(try AreaModel.webMap.area(of: set).squareMetres - onSphere) <= tolerance)
    }

    @Test func aSlantingEdgeOfTheWebMap() throws {
        // Δλ·(2 + sin 0 + sin 30°)·R²/2, there and back along the equator.
        let set = ValidMultiPolygon(shells: try Ring(closing: [(0, 0), (60, 0), (60, 30)]))
        let expected = 6_378_137.0 * 6_378_137.0 / 2 * (Double.pi / 3) * 0.5
        #expect(abs(try AreaModel.webMap.area(of: set).squareMetres - expected) <= 1e-14 * expected)
    }

    @Test(arguments: [EdgeModel.straight, .geodesic]) func theWholeEarth(edges: EdgeModel) throws {
        let set = ValidMultiPolygon(shells: try Ring.box(-180, -90, 180, 90, cuts: 3))
        let area = try AreaModel.ellipsoidal(edges: edges).area(of: set)
        #expect(abs(area.squareKilometres - 510_065_621.724_088) < 1e-6)
    }

    @Test("more than half of the Earth under geodesics")
    func aWideBelt() throws {
        let set = ValidMultiPolygon(shells: try Ring.box(-180, -60, 180, 60, cuts: 359))
        let straight = try AreaModel.standard.area(of: set)
        let geodesic = try AreaModel.ellipsoidal(edges: .geodesic).area(of: set)
        #expect(straight.squareKilometres > 255_032_811)
        // A geodesic of a degree lies up to 106 m to the pole's side of the parallel of 60°.
        #expect(geodesic > straight && geodesic / straight < 1.0001)
    }
}
