/// Ends the run where a property does not hold; libFuzzer keeps the input.
public func require(_ holds: Bool, _ words: @autoclosure () -> String) {
    if !holds { fail(words()) }
}

/// Ends the run.
public func fail(_ words: String) -> Never { fatalError(words) }

/// Requires of the words of an error that there are some, in one line.
public func requireOneLine(_ error: some Error) {
    let words = "\(error)"
    require(!words.isEmpty, "an error without words: \(type(of: error))")
    require(!words.contains(where: \.isNewline), "an error of several lines: \(words.debugDescription)")
}
