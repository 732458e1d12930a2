/// A running sum that keeps the digits which plain addition loses (Neumaier 1974).
struct CompensatedSum {
    private var sum = 0.0
    private var compensation = 0.0

    var value: Double { sum + compensation }

    static func += (total: inout CompensatedSum, term: Double) {
        let next = total.sum + term
        if total.sum.magnitude >= term.magnitude {
            total.compensation += (total.sum - next) + term
        } else {
            total.compensation += (term - next) + total.sum
        }
        total.sum = next
    }
}
