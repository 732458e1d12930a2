import GeometryCore
import Territory

/// What a claim is measured on.
struct Subject {
    let claim: Claim
    let source: Source
    /// Whether the claim credits that source, so that its own convention is the one to judge by.
    let isCredited: Bool
    let place: Place
    /// Whether the claim takes the side of those from whom the mapped land was gained.
    let isReversed: Bool

    /// What a claim names.
    enum Place {
        /// The whole that the regions make up.
        case whole(name: String?)
        /// A region, or several together.
        case region(Region)
        /// A settlement, of which only a point is known.
        case settlement(Settlement, Position)

        var name: String? {
            switch self {
            case .whole(let name): name
            case .region(let region): region.name
            case .settlement(let settlement, _): settlement.name
            }
        }
    }

    /// The region in which areas are measured; none for everywhere.
    func region() throws(CheckStop) -> Region? {
        switch place {
        case .whole: return nil
        case .region(let region): return region
        case .settlement(let settlement, _): throw .missing(.outline(settlement.name))
        }
    }

    /// The window of a change.
    func window() throws(CheckStop) -> Window {
        switch claim.time {
        case .window(let window): return window
        case nil: throw .missing(.time)
        // The pace "now" is that of the month to the day.
        case .asOf(let day) where claim.kind == .pace:
            guard let month = Window(from: day.monthBefore, to: day, rolling: true) else { throw .missing(.time) }
            return month
        case .asOf: throw .missing(.timeOfOtherKind)
        }
    }

    /// The day as of whose end a map is asked.
    func day() throws(CheckStop) -> CalendarDay {
        switch claim.time {
        case .asOf(let day): return day
        case .window(let window) where claim.kind.isOfFront: return window.to
        case .window: throw .missing(.timeOfOtherKind)
        case nil: throw .missing(.time)
        }
    }
}

extension ClaimKind {
    /// Whether the claim is about where a front runs, at the end of a window as well as on a day.
    var isOfFront: Bool {
        switch self {
        case .reached, .entered, .distance, .frontLength: true
        default: false
        }
    }
}
