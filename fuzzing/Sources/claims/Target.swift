import Claims
import FuzzSupport
import Territory

private let file = ScratchFile()

/// Any bytes are read as a file of claims: a typed fault with its line, or claims whose figures denote intervals.
///
/// Bytes that begin with `K` choose keys and values of one claim, two bytes for each pair: files that are YAML, of which
/// chance makes few.
@_cdecl("LLVMFuzzerTestOneInput")
public func testOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    let bytes = [UInt8](UnsafeBufferPointer(start: start, count: count))
    file.write(bytes.first == UInt8(ascii: "K") ? chosen(bytes.dropFirst()) : bytes)
    let claims: ClaimsFile
    do throws(InputFault) {
        claims = try ClaimsFile(path: file.path)
    } catch {
        Tally.count("files refused")
        requireOneLine(error)
        if case .document(let fault) = error {
            require(fault.line >= 1 && fault.column >= 1, "a fault at line \(fault.line), column \(fault.column)")
        }
        return 0
    }
    Tally.count("files read")
    require(!claims.claims.isEmpty, "a file without claims was read")
    require(Set(claims.claims.map(\.id)).count == claims.claims.count, "an id stands twice")
    for claim in claims.claims {
        require(claim.line >= 1, "a claim in line \(claim.line)")
        for figure in [claim.figure, claim.also].compactMap(\.self) { check(figure) }
    }
    return 0
}

private func check(_ figure: Figure) {
    let interval = figure.interval
    require(
        interval.lower.isFinite && interval.upper.isFinite && interval.lower < interval.upper,
        "\(figure) denotes \(interval)")
    // The hedges that include the figure itself.
    let isIncluded = [.equal, .atLeast, .atMost, .about].contains(figure.comparator)
    let inBase = Interval(figure.low.value, included: true, figure.low.value, included: true)
    if isIncluded, figure.unit.base == figure.unit {
        require(interval.meets(inBase), "\(figure) denotes \(interval), which is without itself")
    }
}

private let keys = [
    "value", "unit", "comparator", "low", "high", "also", "of", "asOf", "from", "to", "rolling",
    "negated", "expected", "id",
]
private let values = [
    "held", "gained", "lost", "net", "share", "change-share", "reached", "distance", "rank", "pace", "190", "-30", "0",
    "0.00", "124.680", "999999999999999", "1e3", "100", "100.5", "km2", "mi2", "ha", "percent", "pp", "km", "ratio",
    "km2/day", "=", "'~'", "'>'", "'>='", "'<'", "'<='", "range", "A+B", "2025-06-08", "2024-02-29", "0001-01-01",
    "9999-12-31", "2025-6-8", "true", "supported", "{value: 1, unit: km2}", "{value: 7.50, unit: mi}", "[]", "null",
    "''", "'\"'",
]

private func chosen(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    var lines = ["claims:", "- region: R"]
    var (rest, isKind) = (keys, true)
    for index in stride(from: bytes.startIndex, to: bytes.endIndex - 1, by: 2) where !rest.isEmpty {
        // The first is the kind, and no key comes twice.
        let key = isKind ? "kind" : rest.remove(at: Int(bytes[index]) % rest.count)
        lines.append("  \(key): \(values[Int(bytes[index + 1]) % values.count])")
        isKind = false
    }
    return Array(lines.joined(separator: "\n").utf8)
}
