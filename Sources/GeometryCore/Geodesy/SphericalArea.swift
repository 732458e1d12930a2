/// Areas on a sphere under straight edges, in closed form.
///
/// W(φ) = R² sin φ, and its mean between the latitudes m − h and m + h is R² sin(m)·sin(h)/h: exact at any length.
struct SphericalArea: EdgeSum {
    let scale: Double

    init(radius: Distance) {
        scale = radius.metres * radius.metres
    }

    @inline(__always)
    func meanHeight(from: SIMD4<Double>, to: SIMD4<Double>) -> SIMD4<Double> {
        let (middle, half) = ((from + to) * (radiansPerDegree / 2), (to - from) * (radiansPerDegree / 2))
        return middle * sinOverX(squared: middle * middle) * sinOverX(squared: half * half)
    }
}
