/// Areas as the widgets of web maps compute them: |Σ Δλ·(2 + sin φ₁ + sin φ₂)|·R²/2 (Chamberlain and Duquette 2007).
///
/// The mean of sin φ at an edge's ends stands for its mean along the edge, which is off for long slanting edges.
struct WebMapArea: EdgeSum {
    let scale: Double

    init() {
        let radius = Ellipsoid.wgs84.equatorialRadius.metres
        scale = radius * radius / 2
    }

    @inline(__always)
    func meanHeight(from: SIMD4<Double>, to: SIMD4<Double>) -> SIMD4<Double> {
        let (from, to) = (from * radiansPerDegree, to * radiansPerDegree)
        return 2 + (from * sinOverX(squared: from * from) + to * sinOverX(squared: to * to))
    }
}
