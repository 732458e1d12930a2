// Lists: which of several items is whose figure's.
extension StatementReader {
    /// The item that stands at the same place in its list as a figure in its own: "A and B … 5 and 7 respectively".
    func paired<Item>(_ amount: Amount, with items: [Item]) -> Item? {
        guard let tag = view.cues(.respectively).first else { return nil }
        let amounts = view.amounts.filter {
            ($0.unit == amount.unit || $0.unit == nil || amount.unit == nil) && view.cost($0.tokens, tag.tokens) <= 40
        }
        guard amounts.count == items.count, items.count > 1,
            let index = amounts.firstIndex(where: { $0.tokens == amount.tokens })
        else { return nil }
        return items[index]
    }
}
