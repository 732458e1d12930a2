import Foundation

/// As much of JSON Schema (2020-12) as the schema of the answers uses: what it does not know is a failure, too.
public struct JSONSchema {
    private let root: [String: Any]

    /// Reads a schema.
    public init(path: String) throws {
        let data = try Data(contentsOf: URL(fileURLWithPath: path))
        root = try JSONSerialization.jsonObject(with: data) as? [String: Any] ?? [:]
    }

    /// What of a JSON text breaks the schema, each with its place.
    public func faults(in text: String) throws -> [String] {
        faults(try JSONSerialization.jsonObject(with: Data(text.utf8), options: .fragmentsAllowed), root, "$")
    }

    private func faults(_ value: Any, _ schema: [String: Any], _ place: String) -> [String] {
        schema.sorted { $0.key < $1.key }.flatMap { keyword, rule in
            faults(value, keyword, rule, schema, place)
        }
    }

    private func faults(
        _ value: Any, _ keyword: String, _ rule: Any, _ schema: [String: Any], _ place: String
    ) -> [String] {
        let object = value as? [String: Any]
        switch keyword {
        case "$schema", "title", "description", "$defs", "then": return []
        case "$ref":
            let name = (rule as? String)?.split(separator: "/").last.map(String.init) ?? ""
            guard let target = (root["$defs"] as? [String: Any])?[name] as? [String: Any] else {
                return ["\(place): no definition `\(name)`"]
            }
            return faults(value, target, place)
        case "type":
            let types = rule as? [String] ?? [rule as? String ?? ""]
            return types.contains { Self.isOf(value, $0) } ? [] : ["\(place): is no \(types)"]
        case "enum":
            return (rule as? [AnyHashable] ?? []).contains { $0 == value as? AnyHashable }
                ? [] : ["\(place): \(value) is not listed"]
        case "const": return rule as? AnyHashable == value as? AnyHashable ? [] : ["\(place): is not \(rule)"]
        case "required":
            return (rule as? [String] ?? []).filter { object != nil && object?[$0] == nil }.map {
                "\(place): lacks `\($0)`"
            }
        case "properties":
            return (rule as? [String: [String: Any]] ?? [:]).flatMap { name, inner in
                object?[name].map { faults($0, inner, place + "." + name) } ?? []
            }
        case "items":
            guard let inner = rule as? [String: Any], let elements = value as? [Any] else { return [] }
            return elements.enumerated().flatMap { faults($1, inner, "\(place)[\($0)]") }
        case "minItems":
            return (value as? [Any]).map { $0.count >= rule as? Int ?? 0 } ?? true ? [] : ["\(place): is too short"]
        case "maxItems":
            return (value as? [Any]).map { $0.count <= rule as? Int ?? 0 } ?? true ? [] : ["\(place): is too long"]
        case "pattern":
            let isFound = (value as? String)?.range(of: rule as? String ?? "", options: .regularExpression) != nil
            return isFound ? [] : ["\(place): does not look like \(rule)"]
        case "allOf": return (rule as? [[String: Any]] ?? []).flatMap { faults(value, $0, place) }
        case "oneOf":
            let tried = (rule as? [[String: Any]] ?? []).map { faults(value, $0, place) }
            return tried.count(where: \.isEmpty) == 1
                ? [] : ["\(place): fits \(tried.count(where: \.isEmpty)) of \(tried.count) forms: \(tried)"]
        case "if":
            guard let condition = rule as? [String: Any], let then = schema["then"] as? [String: Any],
                faults(value, condition, place).isEmpty
            else { return [] }
            return faults(value, then, place)
        default: return ["\(place): the keyword `\(keyword)` is not known here"]
        }
    }

    private static func isOf(_ value: Any, _ type: String) -> Bool {
        let number = value as? NSNumber
        // A number that was read from `true` or `false` is of the C type `char`.
        let isBool = number.map { String(cString: $0.objCType) == "c" } ?? false
        return switch type {
        case "null": value is NSNull
        case "boolean": isBool
        case "number": number != nil && !isBool
        case "integer": number != nil && !isBool && number?.doubleValue.rounded() == number?.doubleValue
        case "string": value is String
        case "array": value is [Any]
        case "object": value is [String: Any]
        default: false
        }
    }
}
