import Foundation

/// At which moments of a series a step is wanted.
public enum SeriesPeriod: String, CaseIterable, Hashable, Sendable {
    /// At the end of each day.
    case day
    /// At the end of each week, Sunday.
    case week
    /// At the end of each month.
    case month
    /// At each map.
    case change
}

extension Series {
    /// The files that paths name: a folder stands for the GeoJSON files in it, by their names' ending, in order of the names.
    ///
    /// - Throws: ``InputFault/noMaps(folder:)``, ``InputFault/unreadable(path:problem:)`` where there is nothing.
    public static func files(at paths: [String]) throws(InputFault) -> [String] {
        var files: [String] = []
        for path in paths {
            var isFolder: ObjCBool = false
            guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
                throw .unreadable(path: path, problem: .missing)
            }
            guard isFolder.boolValue else {
                files.append(path)
                continue
            }
            let folder = path.hasSuffix("/") ? path : path + "/"
            let names = ((try? FileManager.default.contentsOfDirectory(atPath: path)) ?? [])
                .filter { $0.lowercased().hasSuffix(".geojson") && !$0.hasPrefix(".") }
            guard !names.isEmpty else { throw .noMaps(folder: path) }
            files += names.sorted().map { folder + $0 }
        }
        return files
    }

    /// The maps of some files, in order of their times; of several of one time the first counts.
    ///
    /// Without a source, a day in a file's name is taken for the one at whose end, in UTC, the map shows the state.
    ///
    /// - Throws: ``InputFault/noTime(path:)`` where a name tells no time.
    public static func sorted(
        _ paths: [String], of source: Source?
    ) throws(InputFault) -> (entries: [Entry], warnings: [Warning]) {
        var entries: [Entry] = []
        for path in paths {
            let name = path.fileName
            let asOf = source.map { $0.asOf(fileName: name) } ?? day(in: name).map(MapClock.utc.end(of:))
            guard let asOf else { throw .noTime(path: path) }
            entries.append(Entry(asOf: asOf, path: path))
        }
        var (kept, warnings): ([Entry], [Warning]) = ([], [])
        for entry in entries.sorted(by: { ($0.asOf, $0.path) < ($1.asOf, $1.path) }) {
            if let last = kept.last, last.asOf == entry.asOf {
                warnings.append(.duplicateMap(path: entry.path, of: last.path, asOf: entry.asOf))
            } else {
                kept.append(entry)
            }
        }
        for (before, after) in zip(kept, kept.dropFirst()) {
            let days = (after.asOf.secondsSinceEpoch - before.asOf.secondsSinceEpoch) / 86_400
            if days > 2 { warnings.append(.gap(path: after.path, days: days, after: before.asOf)) }
        }
        return (kept, warnings)
    }

    /// The first day that stands in a name, as `2025-06-07` or `20250607`, apart from other digits.
    private static func day(in name: Substring) -> CalendarDay? {
        let (hyphen, digits) = (UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"))
        for piece in name.utf8.split(whereSeparator: { !digits.contains($0) && $0 != hyphen }) {
            let trimmed = Substring(piece.drop { $0 == hyphen })
            if let day = CalendarDay(trimmed.prefix(10)) ?? CalendarDay(trimmed) { return day }
        }
        return nil
    }

    /// The maps in force at the ends of the periods of a stretch of days; for ``SeriesPeriod/change`` all its maps, and
    /// before them the one in force as it begins.
    public static func selected(
        _ entries: [Entry], from: CalendarDay?, to: CalendarDay?, every period: SeriesPeriod, clock: MapClock
    ) -> [Entry] {
        guard let first = entries.first, let last = entries.last else { return [] }
        let start = from.map(clock.start(of:)) ?? first.asOf
        let end = to.map(clock.end(of:)) ?? last.asOf
        func inForce(at moment: Moment) -> Entry? { entries.last { $0.asOf <= moment } }
        guard period != .change else {
            let before = inForce(at: start).map { [$0] } ?? []
            return before + entries.filter { $0.asOf > start && $0.asOf <= end }
        }
        // A map of midnight shows the day that ends there.
        func dayShown(by entry: Entry) -> CalendarDay? {
            clock.day(of: Moment(secondsSinceEpoch: entry.asOf.secondsSinceEpoch - 1))
        }
        guard let dayOfFirst = dayShown(by: first), let dayOfLast = dayShown(by: last) else { return [] }
        var day = from.map { max($0, dayOfFirst) } ?? dayOfFirst
        let lastDay = to.map { min($0, dayOfLast) } ?? dayOfLast
        var chosen: [Entry] = []
        while day <= lastDay {
            let isEnd =
                switch period {
                case .day, .change: true
                case .week: (day.daysSinceEpoch + 3) % 7 == 6  // 1 January 1970 was a Thursday
                case .month: day.adding(days: 1).day == 1
                }
            if isEnd || day == lastDay, let entry = inForce(at: clock.end(of: day)) { chosen.append(entry) }
            let next = day.adding(days: 1)
            guard next > day else { break }
            day = next
        }
        return chosen
    }
}
