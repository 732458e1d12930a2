import GeometryCore
import SystemPackage

extension Atlas {
    /// Reads an atlas.
    ///
    /// - Parameters:
    ///   - path: the YAML file.
    ///   - extraFolders: data folders that are searched before those which the atlas names.
    /// - Throws: ``InputFault/document(_:)`` with line and column, ``InputFault/unreadable(path:problem:)``.
    public init(path: String, extraFolders: [String] = []) throws(InputFault) {
        let file = try InputFile(path: path)
        let root = try DocumentNode.read(file)
        try root.allow(only: ["atlas", "title", "data", "sources", "regions", "lexicons", "names", "gazetteer"])
        let home = FilePath(path).removingLastComponent()
        func beside(_ relative: String) -> String {
            home.pushing(FilePath(relative)).lexicallyNormalized().string
        }
        receipt = file.receipt
        name = try root.required("atlas").text()
        folders = extraFolders + (try root["data"]?.texts() ?? ["."]).map(beside)
        sources = try Self.unique(try root.required("sources").items(), read: Self.source, id: \.id)
        regionSets = try Self.unique(
            try root["regions"]?.items() ?? [],
            read: { node throws(InputFault) in try Self.regionSet(node, beside: beside) }, id: \.id)
        lexicons = (try root["lexicons"]?.texts() ?? []).map(beside)
        names = try root["names"].map { node throws(InputFault) in beside(try node.text()) }
        gazetteer = try root["gazetteer"].map(Self.gazetteer)
        guard !sources.isEmpty else {
            throw try root.required("sources").fault(.wrongKind(expected: "at least one source"))
        }
    }

    private static func gazetteer(_ node: DocumentNode) throws(InputFault) -> GazetteerEntry {
        try node.allow(only: ["places", "official", "spellings"])
        return GazetteerEntry(
            places: try node.required("places").text(), official: try node.required("official").text(),
            spellings: try node["spellings"]?.text())
    }

    private static func unique<Item>(
        _ nodes: [DocumentNode], read: (DocumentNode) throws(InputFault) -> Item, id: (Item) -> String
    ) throws(InputFault) -> [Item] {
        var entries: [Item] = []
        for node in nodes {
            let entry = try read(node)
            guard !entries.contains(where: { id($0) == id(entry) }) else {
                throw try node.required("id").fault(.contradiction("the id `\(id(entry))` stands twice; rename one"))
            }
            entries.append(entry)
        }
        return entries
    }

    private static func source(_ node: DocumentNode) throws(InputFault) -> Source {
        try node.allow(only: [
            "id", "name", "aliases", "files", "dayMeans", "timeZone", "classes", "held", "disputed", "holder",
            "opponent", "rings", "gapMetres", "lagDays", "omits", "address", "dayEnds",
            "convention",
        ])
        let files = try node.required("files")
        guard let pattern = FilePattern(try files.text()) else {
            throw files.fault(
                .wrongKind(expected: "a path whose last part holds one of {unix}, {yyyy-mm-dd}, {yyyymmdd}"))
        }
        let zone = try node.required("timeZone")
        let shift = try node["dayEnds"].map(dayEnd) ?? 0
        guard let clock = MapClock(zoneName: try zone.text(), shiftSeconds: shift) else {
            throw zone.fault(.wrongKind(expected: "a time zone of the IANA database, as Europe/Kyiv"))
        }
        var rules: [ClassRule] = []
        for rule in try node.required("classes").items() { rules.append(try classRule(rule)) }
        let known = rules.map(\.className)
        let held = try classNames(try node.required("held"), among: known)
        return Source(
            id: try node.required("id").text(), name: try node.required("name").text(),
            aliases: try node["aliases"]?.texts() ?? [], files: pattern, form: try form(node),
            dayMeans: try node["dayMeans"]?.word(of: DayEdge.self) ?? .end, clock: clock, classRules: rules, held: held,
            disputed: try node["disputed"].map { node throws(InputFault) in try classNames(node, among: known) } ?? [],
            gap: try node["gapMetres"]?.positiveMetres(), holder: try node["holder"]?.text(),
            opponent: try node["opponent"]?.text(),
            lagDays: try node["lagDays"].map(Self.lag) ?? 0,
            omissions: try (node["omits"]?.items() ?? []).map(Self.omission),
            address: try node["address"]?.text(),
            convention: try node["convention"].map { node throws(InputFault) in try convention(node, classes: held) })
    }

    /// How many seconds after midnight a day ends that ends at a time of day: from noon on, before the midnight.
    private static func dayEnd(_ node: DocumentNode) throws(InputFault) -> Int {
        let parts = try node.text().split(separator: ":").map { Int($0) }
        guard parts.count == 2, let hour = parts[0], let minute = parts[1], (0...24).contains(hour),
            (0...59).contains(minute), hour < 24 || minute == 0
        else { throw node.fault(.wrongKind(expected: "a time of day in quotes, as '18:00'")) }
        let seconds = hour * 3600 + minute * 60
        return seconds > 43_200 ? seconds - 86_400 : seconds
    }

    private static func lag(_ node: DocumentNode) throws(InputFault) -> Int {
        guard let days = Int(try node.text()), (0...31).contains(days) else {
            throw node.fault(.wrongKind(expected: "a number of days from 0 to 31"))
        }
        return days
    }

    private static func omission(_ node: DocumentNode) throws(InputFault) -> Source.Omission {
        try node.allow(only: ["name", "areaKm2", "region"])
        return Source.Omission(
            name: try node.required("name").text(), area: try node.required("areaKm2").positiveArea(),
            region: try node.required("region").text())
    }

    private static func form(_ node: DocumentNode) throws(InputFault) -> MapForm {
        guard let rings = node["rings"] else { return .geoJSON }
        try rings.allow(only: ["lists", "axes"])
        return .ringLists(
            try rings.required("lists").texts(), axes: try rings.required("axes").word(of: RingListReader.Axes.self))
    }

    private static func classNames(_ node: DocumentNode, among known: [String]) throws(InputFault) -> [String] {
        var names: [String] = []
        for item in try node.items() {
            let name = try item.text()
            guard known.contains(name) else { throw item.fault(.unknownName(name, known: known)) }
            names.append(name)
        }
        return names
    }

    private static func classRule(_ node: DocumentNode) throws(InputFault) -> ClassRule {
        try node.allow(only: ["property", "pattern", "class"])
        let className = try node.required("class").text()
        guard let property = try node["property"]?.text() else { return ClassRule(className: className, test: nil) }
        let pattern = try node.required("pattern")
        return ClassRule(
            className: className,
            test: ClassRule.Test(
                property: property, pattern: try pattern.text(),
                fault: pattern.fault(.wrongKind(expected: "a regular expression"))))
    }

    private static func convention(_ node: DocumentNode, classes: [String]) throws(InputFault) -> Convention {
        try node.allow(only: ["model", "parts", "captured", "whole", "residualKm2"])
        let model = try node.required("model")
        var wholes: [String: Area] = [:]
        for (code, area) in try node["whole"]?.entries() ?? [] {
            wholes[code] = try area.positiveArea()
        }
        return Convention(
            model: try areaModel(model), parts: try node.required("parts").word(of: PartsRule.self),
            captured: try node.required("captured").word(of: CapturedRule.self), classes: classes, wholes: wholes,
            residual: try node["residualKm2"]?.positiveArea() ?? .zero)
    }

    private static func areaModel(_ node: DocumentNode) throws(InputFault) -> AreaModel {
        let text = try node.text()
        do throws(AreaModelFault) {
            return try AreaModel(named: text)
        } catch {
            throw node.fault(.contradiction("\(error)"))
        }
    }

    private static func regionSet(
        _ node: DocumentNode, beside: (String) -> String
    ) throws(InputFault) -> RegionSetEntry {
        try node.allow(only: ["id", "file", "code", "name", "table"])
        return RegionSetEntry(
            id: try node.required("id").text(), file: try node.required("file").text(),
            codeProperty: try node.required("code").text(), nameProperty: try node.required("name").text(),
            table: try node["table"].map { node throws(InputFault) in beside(try node.text()) })
    }
}
