/// Areas on the ellipsoid under edges straight in longitude and latitude, in closed form: exact at any length, so
/// that cutting an edge moves an area by rounding only.
///
/// With s = sin φ and q the authalic function of Snyder 1987 (eq. 3-12), W(φ) = (a²/2)·q(φ), which as a power series is
/// a²(1 − e²)·Σ (k+1)/(2k+1)·e²ᵏ·s²ᵏ⁺¹. In sines of odd multiples of φ it is a²(1 − e²)·Σ cⱼ·sin((2j+1)φ), and the
/// mean of sin(nφ) between the latitudes m − h and m + h is sin(nm)·sin(nh)/(nh).
/// With Dₙ(x) = sin(nx)/sin(x), which obeys Dₙ₊₂ = (2 − 4 sin²x)·Dₙ − Dₙ₋₂, the mean of W becomes
/// a²(1 − e²)·sin(m)·sin(h)/h·Σ cⱼ/(2j+1)·D₂ⱼ₊₁(m)·D₂ⱼ₊₁(h): two sines an edge, and nothing that is unstable for h → 0.
///
/// The bound: cⱼ falls by 1/600 from each to the next, and what is left out after c₅ is below 2e-16 of an edge's part.
/// Rounding adds a few units of 1e-16 of it. (Gauss–Legendre on two nodes leaves 8e-14 for an edge of a quarter of a
/// degree, needs long edges split, and is slower by its second sine.)
struct StraightEllipsoidalArea: EdgeSum {
    let scale: Double
    /// cⱼ/(2j+1) for j from 0 to 5, then zeros.
    private let coefficients: SIMD8<Double>

    static let wgs84 = StraightEllipsoidalArea(ellipsoid: .wgs84)

    /// Takes an ellipsoid about as flat as the Earth, for which six terms are enough.
    private init(ellipsoid: Ellipsoid) {
        let radius = ellipsoid.equatorialRadius.metres
        scale = radius * radius * (1 - ellipsoid.eccentricitySquared)
        // sin²ᵏ⁺¹φ = 4⁻ᵏ Σⱼ (−1)ʲ·C(2k+1, k−j)·sin((2j+1)φ), put into the power series.
        var coefficients = SIMD8<Double>.zero
        for j in 0...5 {
            var power = 1.0
            for k in 0...20 {
                if k >= j { coefficients[j] += Double(k + 1) / Double(2 * k + 1) * power * binomial(2 * k + 1, k - j) }
                power *= ellipsoid.eccentricitySquared / 4
            }
            coefficients[j] *= (j.isMultiple(of: 2) ? 1 : -1) / Double(2 * j + 1)
        }
        self.coefficients = coefficients
    }

    @inline(__always)
    func meanHeight(from: SIMD4<Double>, to: SIMD4<Double>) -> SIMD4<Double> {
        let (middle, half) = ((from + to) * (radiansPerDegree / 2), (to - from) * (radiansPerDegree / 2))
        let ratio = sinOverX(squared: half * half)
        let (sineOfMiddle, sineOfHalf) = (middle * sinOverX(squared: middle * middle), half * ratio)
        let (stepM, stepH) = (2 - 4 * (sineOfMiddle * sineOfMiddle), 2 - 4 * (sineOfHalf * sineOfHalf))
        // D₁ and D₃, then each D from the two before it.
        var (formerM, latterM) = (SIMD4(repeating: 1.0), stepM + 1)
        var (formerH, latterH) = (SIMD4(repeating: 1.0), stepH + 1)
        var sum = coefficients[0] + coefficients[1] * (latterM * latterH)
        for j in 2...5 {
            (formerM, latterM) = (latterM, stepM * latterM - formerM)
            (formerH, latterH) = (latterH, stepH * latterH - formerH)
            sum += coefficients[j] * (latterM * latterH)
        }
        return sineOfMiddle * ratio * sum
    }
}

private func binomial(_ n: Int, _ k: Int) -> Double {
    (0..<k).reduce(1) { $0 * Double(n - $1) / Double($1 + 1) }
}
