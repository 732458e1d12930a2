import Claims
import GeometryCore
import Territory

/// Verdicts as schema.org's ClaimReview (JSON-LD), for search engines and fact-check feeds.
public struct ClaimReview: Sendable {
    /// Who reviews.
    public let reviewer: String
    /// Where the review is published; none where it is not yet.
    public let address: String?
    /// The day of the review; none where it is not told.
    public let day: CalendarDay?
    /// The day on which the claim was published; none where it is not told.
    public let published: CalendarDay?

    /// Says who reviews, where and when.
    public init(reviewer: String, address: String?, day: CalendarDay?, published: CalendarDay?) {
        self.reviewer = reviewer
        self.address = address
        self.day = day
        self.published = published
    }

    /// The reviews of some verdicts as a JSON-LD list, ended by a line feed.
    public func bytes(of verdicts: [Verdict]) -> [UInt8] {
        JSONValue.array(verdicts.map(review)).bytes + [UInt8(ascii: "\n")]
    }

    private func review(of verdict: Verdict) -> JSONValue {
        let claim = verdict.claim
        var item: JSONObject = ["@type": .string("Claim")]
        if let source = claim.source {
            item.members.append(
                .init(name: "author", value: .object(["@type": .string("Organization"), "name": .string(source)])))
        }
        if let published { item.members.append(.init(name: "datePublished", value: .string(published.description))) }
        var review: JSONObject = [
            "@context": .string("https://schema.org"), "@type": .string("ClaimReview"),
            "claimReviewed": .string(claim.span ?? claim.words(region: verdict.findings?.region)),
            "itemReviewed": .object(item),
            "author": .object(["@type": .string("Organization"), "name": .string(reviewer)]),
            "reviewRating": .object(rating(of: verdict)),
            "reviewBody": .string(verdict.reasonWords()),
        ]
        if let address { review.members.append(.init(name: "url", value: .string(address))) }
        if let day { review.members.append(.init(name: "datePublished", value: .string(day.description))) }
        return .object(review)
    }

    /// The rating: 5 for supported, 3 for supported under a departure, 1 for contradicted or inconsistent; no number for what
    /// cannot be checked.
    private func rating(of verdict: Verdict) -> JSONObject {
        let value: Double? =
            switch verdict.kind {
            case .supported: 5
            case .supportedIf: 3
            case .contradicted, .inconsistent: 1
            case .notCheckable: nil
            }
        var rating: JSONObject = ["@type": .string("Rating")]
        if let value {
            rating.members += [
                .init(name: "ratingValue", value: .number(value)), .init(name: "bestRating", value: .number(5)),
                .init(name: "worstRating", value: .number(1)),
            ]
        }
        rating.members.append(.init(name: "alternateName", value: .string(verdict.kind.words)))
        return rating
    }
}
