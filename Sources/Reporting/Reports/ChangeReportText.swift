import GeometryCore
import Territory

extension ChangeReport {
    /// The change in each region, in the remainder, and in all.
    public var table: Table {
        func row(_ code: String, _ name: String, _ change: Change) -> [Table.Cell] {
            [.text(code), .text(name), .area(change.gained), .area(change.lost), .area(change.net)]
        }
        var rows = regions.map { row($0.region.code, $0.region.name, $0.change) }
        if let remainder { rows.append(row("", "remainder", remainder)) }
        rows.append(row("", "total", total))
        return Table(
            columns: [
                .init("code", "code"), .init("region", "name"), .init("gained km²", "gainedKm2"),
                .init("lost km²", "lostKm2"), .init("net km²", "netKm2"),
            ], rows: rows)
    }

    /// The report for people.
    public func text(_ style: NumberStyle, of inputs: [InputReceipt]) -> String {
        var text = inputs.map { $0.words + "\n" }.joined()
        text += "area model: \(model.name). \(model.meaning)\n"
        text += "before \(style.areaWithUnit(before)), after \(style.areaWithUnit(after))\n\n"
        var shown = table
        let unchanged = regions.count { $0.change.gained == .zero && $0.change.lost == .zero }
        shown.rows.removeAll { $0[0] != .text("") && $0[2] == .area(.zero) && $0[3] == .area(.zero) }
        text += shown.text(style)
        if small.count > 0 {
            text += "\(small.count) small part\(small.count == 1 ? "" : "s") among them: gained "
            text += "\(style.areaWithUnit(small.gained)), lost \(style.areaWithUnit(small.lost)).\n"
        }
        if isJitter { text += "Jitter: the border was drawn anew rather than moved.\n" }
        if unchanged > 0 { text += "\(unchanged) other region\(unchanged == 1 ? "" : "s") did not change.\n" }
        return text
    }

    /// The changed polygons as GeoJSON: for each region, and for the remainder, what was gained and what was lost.
    public func geoJSON(from before: InputReceipt, to after: InputReceipt) -> [UInt8] {
        var writer = GeoJSONWriter()
        func add(_ change: Change, _ code: JSONValue, _ name: JSONValue) {
            let parts = [("gained", change.gainedSet, change.gained), ("lost", change.lostSet, change.lost)]
            for (kind, set, area) in parts where !set.isEmpty {
                writer.add(
                    set,
                    properties: [
                        "change": .string(kind), "code": code, "name": name,
                        "areaKm2": .number(area.squareKilometres), "model": .string(model.name),
                        "from": before.asOf.map { .string($0) } ?? .null, "to": after.asOf.map { .string($0) } ?? .null,
                    ])
            }
        }
        guard let remainder else {
            add(total, .null, .string("total"))
            return writer.finish()
        }
        for row in regions { add(row.change, .string(row.region.code), .string(row.region.name)) }
        add(remainder, .null, .string("remainder"))
        return writer.finish()
    }
}
