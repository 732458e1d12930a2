extension Array where Element: Sendable {
    /// What a function makes of each element, in their order; several at the same time.
    func concurrentMap<Made: Sendable>(_ make: @escaping @Sendable (Element) -> Made) async -> [Made] {
        await withTaskGroup(of: (Int, Made).self) { group in
            for (index, element) in enumerated() { group.addTask { (index, make(element)) } }
            return await group.reduce(into: []) { $0.append($1) }.sorted { $0.0 < $1.0 }.map(\.1)
        }
    }
}
