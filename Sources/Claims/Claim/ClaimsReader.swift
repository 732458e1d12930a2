import Territory

/// The claims of one file.
public struct ClaimsFile: Sendable {
    /// Which bytes it was read from.
    public let receipt: FileReceipt
    /// The claims in their order.
    public let claims: [Claim]

    /// Reads a YAML file of claims: a list under `claims`.
    ///
    /// - Throws: ``InputFault/document(_:)`` with line and column, ``InputFault/unreadable(path:problem:)``.
    public init(path: String) throws(InputFault) { try self.init(InputFile(path: path)) }

    /// Whether a file holds claims, and not a text to read them from: by its name, or its first key.
    public static func looksLike(_ file: InputFile) -> Bool {
        if [".yaml", ".yml"].contains(where: file.path.lowercased().hasSuffix) { return true }
        let lines = String(decoding: file.bytes.prefix(4096), as: UTF8.self).split(whereSeparator: \.isNewline)
        guard let first = lines.first(where: { !$0.hasPrefix("#") && $0 != "---" && !$0.allSatisfy(\.isWhitespace) })
        else { return false }
        return ["claims:", "title:", "note:"].contains { first.hasPrefix($0) }
    }

    /// Takes claims that were read otherwise than from YAML.
    init(receipt: FileReceipt, claims: [Claim]) {
        self.receipt = receipt
        self.claims = claims
    }

    /// Reads a YAML file of claims that has been opened.
    ///
    /// - Throws: as ``init(path:)``.
    public init(_ file: InputFile) throws(InputFault) {
        let root = try DocumentNode.read(file)
        try root.allow(only: ["claims", "title", "note"])
        var claims: [Claim] = []
        for (index, node) in try root.required("claims").items().enumerated() {
            let claim = try Claim(node, index: index)
            guard !claims.contains(where: { $0.id == claim.id }) else {
                throw node.fault(.contradiction("the id `\(claim.id)` stands twice; rename one"))
            }
            claims.append(claim)
        }
        guard !claims.isEmpty else {
            throw try root.required("claims").fault(.wrongKind(expected: "at least one claim"))
        }
        receipt = file.receipt
        self.claims = claims
    }
}

extension Claim {
    private static let keys = [
        "id", "kind", "value", "low", "high", "unit", "comparator", "also", "region", "of", "asOf", "from", "to",
        "rolling", "against", "order", "actor", "source", "side", "negated", "span", "text", "published", "note",
        "expected", "part", "ofArea", "pocket",
    ]

    fileprivate init(_ node: DocumentNode, index: Int) throws(InputFault) {
        try node.allow(only: Self.keys)
        id = try node["id"]?.text() ?? String(index + 1)
        kind = try node.required("kind").word(of: ClaimKind.self)
        figure = try Self.figure(node, of: kind)
        also = try node["also"].map(Self.plainFigure)
        region = try node.required("region").text()
        whole = try node["of"]?.text()
        wholeArea = try node["ofArea"].map(Self.plainFigure)
        part = try Self.part(node, of: kind)
        isPocket = try node["pocket"]?.flag() ?? false
        time = try Self.time(node)
        against = try node["against"].map { node throws(InputFault) in
            try node.allow(only: ["from", "to"])
            return ClaimReference(from: try node.required("from").day(), to: try node["to"]?.day())
        }
        order = try node["order"]?.word(of: RankOrder.self)
        actor = try node["actor"]?.text()
        source = try node["source"]?.text()
        side = try node["side"]?.text()
        isNegated = try node["negated"]?.flag() ?? false
        span = try node["span"]?.text()
        expected = try node["expected"]?.word(of: VerdictKind.self)
        line = node.line
    }

    private static func plainFigure(_ node: DocumentNode) throws(InputFault) -> Figure {
        try node.allow(only: ["value", "unit", "comparator"])
        return Figure(
            low: try printed(try node.required("value")), high: nil,
            unit: try node.required("unit").word(of: ClaimUnit.self),
            comparator: try node["comparator"]?.word(of: Comparator.self) ?? .equal)
    }

    private static func part(_ node: DocumentNode, of kind: ClaimKind) throws(InputFault) -> PartWord? {
        guard let part = node["part"] else { return nil }
        guard kind == .share, node["value"] == nil, node["low"] == nil else {
            throw part.fault(.contradiction("`part` stands for the figure of a `share`; take `value` away"))
        }
        return try part.word(of: PartWord.self)
    }

    private static func figure(_ node: DocumentNode, of kind: ClaimKind) throws(InputFault) -> Figure? {
        let isRange = node["low"] != nil || node["high"] != nil
        guard kind.hasFigure && node["part"] == nil || isRange || node["value"] != nil else { return nil }
        let comparator =
            try node["comparator"]?.word(of: Comparator.self) ?? (isRange ? .range : .equal)
        guard isRange == (comparator == .range) else {
            throw node.fault(.contradiction("`low` and `high` go with the comparator `range`, `value` with the others"))
        }
        let low = try printed(try node.required(isRange ? "low" : "value"))
        let high = isRange ? try printed(try node.required("high")) : nil
        if let high, high.value < low.value {
            throw try node.required("high").fault(.contradiction("`high` is less than `low`; swap them"))
        }
        let unit = try node.required("unit").word(of: ClaimUnit.self)
        if !kind.baseUnits.isEmpty, !kind.baseUnits.contains(unit.base) {
            let units = ClaimUnit.allCases.filter { kind.baseUnits.contains($0.base) }.map(\.rawValue)
                .joined(separator: ", ")
            throw try node.required("unit").fault(.contradiction("`\(kind.rawValue)` is told in \(units)"))
        }
        if [.held, .gained, .lost, .share].contains(kind), low.value < 0 || kind == .share && low.value > 100 {
            throw try node.required(isRange ? "low" : "value").fault(
                .contradiction("no `\(kind.rawValue)` can be \(low.value); a loss is `lost`, a balance `net`"))
        }
        return Figure(low: low, high: high, unit: unit, comparator: comparator)
    }

    private static func printed(_ node: DocumentNode) throws(InputFault) -> PrintedNumber {
        guard let number = PrintedNumber(try node.text()) else {
            throw node.fault(.wrongKind(expected: "a plain number as printed, without thousands separators: 113273"))
        }
        return number
    }

    private static func time(_ node: DocumentNode) throws(InputFault) -> ClaimTime? {
        if let asOf = node["asOf"] {
            guard node["from"] == nil, node["to"] == nil else {
                throw asOf.fault(.contradiction("`asOf` excludes `from` and `to`; keep one"))
            }
            return .asOf(try asOf.day())
        }
        guard node["from"] != nil || node["to"] != nil else { return nil }
        let (from, to) = (try node.required("from"), try node.required("to"))
        guard
            let window = Window(from: try from.day(), to: try to.day(), rolling: try node["rolling"]?.flag() ?? false)
        else { throw to.fault(.contradiction("`to` lies before `from`; swap them")) }
        return .window(window)
    }
}
