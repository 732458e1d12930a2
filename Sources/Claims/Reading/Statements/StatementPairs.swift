// Lists: which of several items is whose figure's.
extension StatementReader {
    /// The item that stands at the same place in its list as a figure in its own: "A and B … 5 and 7 respectively".
    func paired<Item>(_ amount: Amount, with items: [Item]) -> Item? {
        guard let tag = view.cues(.respectively).first else { return pairedList(amount, with: items) }
        let amounts = view.amounts.filter {
            ($0.unit == amount.unit || $0.unit == nil || amount.unit == nil) && view.cost($0.tokens, tag.tokens) <= 40
        }
        guard amounts.count == items.count, items.count > 1,
            let index = amounts.firstIndex(where: { $0.tokens == amount.tokens })
        else { return nil }
        return items[index]
    }

    /// "September, October and November brought 259, 267 and 505": two lists of as many items.
    private func pairedList<Item>(_ amount: Amount, with items: [Item]) -> Item? {
        guard items.count > 1, items is [TimeMention], view.times.count == 1, view.times[0].parts.count == items.count,
            view.amounts.count == items.count, view.amounts.last?.unit != nil,
            let index = view.amounts.firstIndex(where: { $0.tokens == amount.tokens })
        else { return nil }
        let isList = zip(view.amounts, view.amounts.dropFirst()).allSatisfy { one, other in
            let between = one.tokens.upperBound..<max(one.tokens.upperBound, other.tokens.lowerBound)
            return 1...2 ~= between.count
                && between.allSatisfy { text.isMark(",", at: $0) || text.tag(.and, at: $0) != nil }
        }
        return isList ? items[index] : nil
    }
}
