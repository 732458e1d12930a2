import GeometryCore
import Territory

/// What the polygons say of a claim, with the evidence.
public struct Verdict: Sendable {
    /// The claim.
    public let claim: Claim
    /// The verdict.
    public let kind: VerdictKind
    /// Why.
    public let reason: Reason
    /// What was measured; none where nothing could be.
    public let findings: Findings?
    /// What was noticed.
    public let warnings: [Warning]

    /// Why a verdict is what it is.
    public indirect enum Reason: Hashable, Sendable {
        /// The measured value lies in the claimed interval.
        case fits
        /// It does so under any one of these departures, of so many tried; that share of the figures nearby would fit some
        /// variant as well.
        case fitsIf([Departure], tried: Int, chance: Double)
        /// It lies outside by so much, in the unit of the quantity (negative: below); so many of the variants tried lie
        /// within a hundredth of the interval.
        case misses(by: Double, near: Int, tried: Int)
        /// The same, but departures fit; too many other figures would fit some variant as well.
        case missesButFitsAnything(by: Double, [Departure], tried: Int, chance: Double)
        /// The land comes as near as that to the border or place.
        case touches(NearestPoints)
        /// The land would touch it under one departure.
        case touchesIf(Departure, NearestPoints)
        /// The land stays short of it.
        case staysShort(NearestPoints)
        /// The land lies in the region, to that area.
        case liesIn(Area)
        /// It would under one departure.
        case liesInIf(Departure, Area)
        /// The land in the region is under the area that counts as an entry.
        case liesOutside(Area, threshold: Area)
        /// The period spoken of is the first or last by amount of so many.
        case ranks(of: Int)
        /// It is under one departure.
        case ranksIf(Departure)
        /// Another period comes before it.
        case isOutranked(by: Findings.Ranking.Period, count: Int)
        /// The claim's own figures contradict each other.
        case arithmetic(Arithmetic)
        /// The claim denies what the reason is about.
        case denial(Reason)
        /// Something is missing.
        case missing(Missing)
    }

    /// What is missing to check a claim.
    public enum Missing: Hashable, Sendable {
        /// The claim has no figure where its kind needs one.
        case figure(ClaimKind)
        /// The unit measures something else than the kind.
        case unit(ClaimUnit, ClaimKind)
        /// The border of the whole has no polygon here.
        case border(String)
        /// Of a settlement only a point is known.
        case outline(String)
        /// Of a settlement only a point is known, so far away; the claim may mean its outskirts.
        case outskirts(String, point: Distance)
        /// The claim names no time.
        case time
        /// The claim names no other period, or no end of the rank.
        case reference
        /// The claim asks of a window where a moment is needed, or the other way round.
        case timeOfOtherKind
        /// The atlas has no region set.
        case regionSet
        /// The region set has no such region.
        case region(String, set: String)
        /// The whole that a share is of has no known area.
        case whole(String)
        /// What a comparison or a share is of has no area.
        case nothingToCompare
        /// The maps show only what somebody else holds.
        case actor(String, holder: String?)
        /// The last map is too old to say anything of the moment.
        case recentMap(String, wanted: Moment, last: Moment)
        /// The maps or the boundaries are not there.
        case data(String)
    }
}
