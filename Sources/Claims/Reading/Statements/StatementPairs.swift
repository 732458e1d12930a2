// Lists: which of several items is whose figure's.
extension StatementReader {
    /// The item that stands at the same place in its list as a figure in its own: "A and B … 5 and 7 respectively".
    func paired<Item>(_ amount: Amount, with items: [Item]) -> Item? {
        guard let tag = view.cues(.respectively).first else { return nil }
        var amounts = view.amounts.filter {
            ($0.unit == amount.unit || $0.unit == nil || amount.unit == nil) && view.cost($0.tokens, tag.tokens) <= 40
        }
        var items = items
        // The last as many.
        if amounts.count != items.count || items.count < 2 {
            (amounts, items) = (view.amounts.suffix(2), items.suffix(2))
        }
        guard amounts.count == items.count, items.count > 1,
            let index = amounts.firstIndex(where: { $0.tokens == amount.tokens })
        else { return nil }
        return items[index]
    }

    /// Where figures and items take turns ("14 in August, 22 in October"): the item behind each figure if a figure begins
    /// the row, the one before it if an item does. A row that begins and ends alike does not tell.
    func alternating<Item>(_ amount: Amount, _ items: [Item], at place: (Item) -> Range<Int>) -> Item? {
        guard items.count > 1, view.amounts.count > 1 else { return nil }
        let bracket = bracket(around: amount.tokens.lowerBound)
        let items = items.filter { self.bracket(around: place($0).lowerBound) == bracket }
        let figures = view.amounts.filter { figure in
            guard self.bracket(around: figure.tokens.lowerBound) == bracket else { return false }
            if figure.unit == amount.unit, figure.unit != nil || figure.tokens == amount.tokens { return true }
            return (figure.unit == nil || amount.unit == nil) && !isFollowedByNoun(figure)
        }
        guard figures.count > 1 else { return nil }
        // By place, the item there; none for a figure.
        let row =
            (figures.map { (start: $0.tokens.lowerBound, item: Int?.none) }
            + items.indices.map { (start: place(items[$0]).lowerBound, item: Int?.some($0)) })
            .sorted { $0.start < $1.start }
        guard let own = row.firstIndex(where: { $0.item == nil && $0.start == amount.tokens.lowerBound }) else {
            return nil
        }
        // What stands before a colon heads the row and is no part of it.
        func takesTurns(_ index: Int) -> Bool {
            let (start, end) = (row[index].start, row[index + 1].start)
            return (row[index].item == nil) != (row[index + 1].item == nil)
                && !(start + 2..<max(start + 2, end - 1)).contains { text.isMark(":", at: $0) }
        }
        var (first, last) = (own, own)
        while first > 0, takesTurns(first - 1) { first -= 1 }
        while last + 1 < row.count, takesTurns(last) { last += 1 }
        guard last - first >= 3, (row[first].item == nil) != (row[last].item == nil) else { return nil }
        // "last week from 28 in the week before to 19"
        if row[first].item != nil,
            figures.contains(where: { text.tag(.from, at: $0.tokens.lowerBound - 1) != nil })
        {
            return nil
        }
        return row[row[first].item == nil ? own + 1 : own - 1].item.map { items[$0] }
    }

    /// Where the brackets open that a token stands in; none where it stands in none.
    private func bracket(around index: Int) -> Int? {
        var open: Int?
        for before in view.tokens.lowerBound..<max(index, view.tokens.lowerBound) {
            if text.isMark("(", at: before) { open = before }
            if text.isMark(")", at: before) { open = nil }
        }
        return open
    }
}
