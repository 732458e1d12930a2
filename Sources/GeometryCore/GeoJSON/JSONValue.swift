/// A JSON value (RFC 8259 §3): the properties and the id of a feature are made of these.
public enum JSONValue: Hashable, Sendable {
    /// `null`.
    case null
    /// `true` or `false`.
    case bool(Bool)
    /// A number, rounded to the nearest double.
    case number(Double)
    /// A text.
    case string(String)
    /// Values in order.
    case array([JSONValue])
    /// Named values in order.
    case object(JSONObject)

    /// What a JSON value is, without its content.
    public enum Kind: String, Hashable, Sendable {
        /// `null`.
        case null
        /// `true` or `false`.
        case bool
        /// A number.
        case number
        /// A text.
        case string
        /// Values in order.
        case array
        /// Named values in order.
        case object
    }

    /// What the value is.
    public var kind: Kind {
        switch self {
        case .null: .null
        case .bool: .bool
        case .number: .number
        case .string: .string
        case .array: .array
        case .object: .object
        }
    }

    /// The text, where the value is one.
    public var string: String? {
        guard case .string(let string) = self else { return nil }
        return string
    }

    /// The number, where the value is one.
    public var number: Double? {
        guard case .number(let number) = self else { return nil }
        return number
    }

    /// The object, where the value is one.
    public var object: JSONObject? {
        guard case .object(let object) = self else { return nil }
        return object
    }
}

/// The members of a JSON object in the order of the text.
///
/// A name may stand twice, as RFC 8259 §4 lets it; ``subscript(_:)`` then answers the last, as most software does.
public struct JSONObject: Hashable, Sendable {
    /// A name and its value.
    public struct Member: Hashable, Sendable {
        /// The name.
        public var name: String
        /// The value.
        public var value: JSONValue

        /// Makes a member.
        public init(name: String, value: JSONValue) {
            self.name = name
            self.value = value
        }
    }

    /// The members in order.
    public var members: [Member]

    /// Makes an object of members; of none where none are given.
    public init(_ members: [Member] = []) {
        self.members = members
    }

    /// The last value under a name.
    public subscript(name: String) -> JSONValue? {
        members.last { $0.name == name }?.value
    }

    /// The first name that stands twice.
    var duplicateName: String? {
        // Few names are cheaper to compare one by one than to hash.
        if members.count <= 12 {
            for (index, member) in members.enumerated()
            where members[..<index].contains(where: { $0.name == member.name }) {
                return member.name
            }
            return nil
        }
        var names: Set<String> = []
        return members.first { !names.insert($0.name).inserted }?.name
    }
}

extension JSONObject: ExpressibleByDictionaryLiteral {
    /// Makes an object of a literal, its order kept.
    public init(dictionaryLiteral elements: (String, JSONValue)...) {
        members = elements.map { Member(name: $0.0, value: $0.1) }
    }
}
