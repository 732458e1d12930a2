import GeometryCore

/// A publisher's maps: where they lie, how their time and classes are read, by which convention it counts.
public struct Source: Sendable {
    /// The identifier in the atlas.
    public let id: String
    /// The publisher's name.
    public let name: String
    /// Other names by which texts credit it.
    public let aliases: [String]
    /// How its files are named.
    public let files: FilePattern
    /// In which form they are.
    public let form: MapForm
    /// Whether a file named after a day shows the state as the day starts or as it ends.
    public let dayMeans: DayEdge
    /// The clock by which its days end.
    public let clock: MapClock
    /// How a feature's class is read; the first rule that fits gives it.
    public let classRules: [ClassRule]
    /// The classes that count as held.
    public let held: [String]
    /// The classes that some count and this source does not, such as land of unknown status.
    public let disputed: [String]
    /// How far apart parts of its land may be drawn that are meant to adjoin; none where that is not known.
    public let gap: Distance?
    /// Who holds what counts as held; none where the atlas does not say.
    public let holder: String?
    /// Who holds what the holder gains from, and gains what the holder loses.
    public let opponent: String?
    /// How many days more the files may lag behind: the state as a day ends is that of the map in force so much later.
    public let lagDays: Int
    /// Land that its holder holds and the files leave out.
    public let omissions: [Omission]
    /// Where the publisher has the files, `{name}` for the name of each; none where that is not known.
    public let address: String?
    /// Its convention; none where it is not known.
    public let convention: Convention?

    /// Land that files leave out.
    public struct Omission: Hashable, Sendable {
        /// Its name.
        public let name: String
        /// Its area.
        public let area: Area
        /// The code of the region in which it lies.
        public let region: String
    }

    /// Where the publisher has a file; none where that is not known.
    public func address(ofFile path: String) -> String? {
        address?.replacing("{name}", with: path.fileName)
    }

    /// The moment that a file's name tells; none where the name does not fit.
    public func asOf(fileName: some StringProtocol) -> Moment? {
        switch files.time(in: fileName) {
        case .moment(let moment): moment
        case .day(let day): dayMeans == .start ? clock.start(of: day) : clock.end(of: day)
        case nil: nil
        }
    }

    /// The moment at which the map in force shows the state of a moment: as many days later as the files lag behind, at the same
    /// time of the day.
    public func moment(showing moment: Moment) -> Moment { clock.moment(moment, laterByDays: lagDays) }

    /// The classes that the rules can give, in their order.
    public var classNames: [String] {
        classRules.map(\.className).reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
    }

    /// Whether a text's credit means this source.
    public func answers(to credit: String) -> Bool {
        ([id, name] + aliases).contains { $0.lowercased() == credit.lowercased() }
    }
}

/// An end of a day.
public enum DayEdge: String, CaseIterable, Hashable, Sendable {
    /// The midnight with which it begins.
    case start
    /// The midnight with which it ends.
    case end
}
