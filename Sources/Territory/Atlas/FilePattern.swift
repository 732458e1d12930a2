/// How a source names its files, and where the as-of time stands in the name: `deepstate/raw/{unix}.geojson`.
///
/// The folder part is taken as it stands; the last component holds exactly one of
/// `{unix}` (seconds since 1970, UTC), `{yyyy-mm-dd}`, `{yyyymmdd}`.
public struct FilePattern: Hashable, Sendable {
    /// The pattern as it was written.
    public let text: String
    /// The folder, relative to a data folder; empty for the data folder itself.
    public let folder: String
    private let prefix: String
    private let suffix: String
    private let stamp: Stamp

    private enum Stamp: String, CaseIterable {
        case unix = "{unix}"
        case dashedDay = "{yyyy-mm-dd}"
        case day = "{yyyymmdd}"
    }

    /// Whether a name is a day and an extension, and says nothing else.
    var isDayAlone: Bool { stamp != .unix && prefix.isEmpty && suffix.hasPrefix(".") }

    /// What a file's name says of its time.
    public enum Time: Hashable, Sendable {
        /// The second.
        case moment(Moment)
        /// The day.
        case day(CalendarDay)
    }

    /// Reads a pattern; none where its last component does not hold exactly one known placeholder.
    public init?(_ text: String) {
        let components = text.split(separator: "/", omittingEmptySubsequences: true)
        guard let name = components.last else { return nil }
        let stamps = Stamp.allCases.filter { name.contains($0.rawValue) }
        guard stamps.count == 1, let stamp = stamps.first, let place = name.firstRange(of: stamp.rawValue) else {
            return nil
        }
        self.text = text
        self.stamp = stamp
        folder = components.dropLast().joined(separator: "/")
        prefix = String(name[..<place.lowerBound])
        suffix = String(name[place.upperBound...])
        guard !prefix.contains("{"), !suffix.contains("{") else { return nil }
    }

    /// The time in a file's name; none where the name does not fit.
    public func time(in fileName: some StringProtocol) -> Time? {
        let fileName = String(fileName)
        guard fileName.hasPrefix(prefix), fileName.hasSuffix(suffix) else { return nil }
        let middle = fileName.dropFirst(prefix.count).dropLast(suffix.count)
        let length = middle.utf8.count
        switch stamp {
        case .unix:
            guard (9...11).contains(length), let seconds = Int(middle), seconds > 0 else { return nil }
            return .moment(Moment(secondsSinceEpoch: seconds))
        case .day where length == 8, .dashedDay where length == 10:
            return CalendarDay(middle).map { .day($0) }
        case .day, .dashedDay:
            return nil
        }
    }
}
