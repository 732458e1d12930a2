import GeometryCore
import Territory

/// Under which assumptions a claim is measured.
struct Assumptions {
    var convention: Convention
    var startShift = 0
    var endShift = 0
    var denominator = ShareDenominator.convention
    var pockets: Pockets?
    var scale: Distance? = Self.standardScale
    var leavesOutFirstPeriod = false
    var omissions: [Source.Omission] = []

    /// Which of the map's polygons in a region are measured whole, instead of all land cut at the border.
    enum Pockets: Hashable {
        /// One, by its number in order of size.
        case one(Int)
        /// All of them.
        case all
    }

    /// The scale at which fronts are measured unless another is tried: what maps of a country show.
    static let standardScale = Distance(metres: 1000)

    func departing(_ departure: Departure) -> Assumptions {
        var changed = self
        switch departure {
        case .start(let days): changed.startShift = days
        case .end(let days): changed.endShift = days
        case .captured(let rule): changed.convention.captured = rule
        case .model(let model): changed.convention.model = model
        case .denominator(let denominator): changed.denominator = denominator
        case .classes(let classes): changed.convention.classes = classes
        case .pocket(let number): changed.pockets = .one(number)
        case .uncut: changed.pockets = .all
        case .scale(let scale): changed.scale = scale
        case .extent: break  // of statements, which have no figure
        case .withoutOmissions: changed.omissions = []
        case .withoutFirstPeriod: changed.leavesOutFirstPeriod = true
        }
        return changed
    }

    /// A window, with its ends shifted.
    func shifted(_ window: Window) throws(CheckStop) -> Window {
        guard
            let shifted = Window(
                from: window.from.adding(days: startShift), to: window.to.adding(days: endShift),
                rolling: window.rolling)
        else { throw .missing(.time) }
        return shifted
    }
}
