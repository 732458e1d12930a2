import Claims
import FuzzSupport
import Territory

private let reader: Result<TextReader, any Error> = Result {
    try TextReader(try Atlas(path: "geodata/ukraine/atlas.yaml"))
}
private let published = CalendarDay("2025-06-08")

/// Any bytes are read as a text: claims whose figures denote intervals and whose words stand in the text, the same when it is
/// read again.
///
/// Bytes that begin with `W` choose words, a byte for each: sentences about territory, of which chance makes few.
@_cdecl("LLVMFuzzerTestOneInput")
public func testOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    guard case .success(let reader) = reader, let published else { fail("the lexicons are not there") }
    let bytes = [UInt8](UnsafeBufferPointer(start: start, count: count))
    let text =
        bytes.first == UInt8(ascii: "W")
        ? bytes.dropFirst().map { words[Int($0) % words.count] }.joined(separator: " ")
        : String(decoding: bytes, as: UTF8.self)
    let reading = reader.read(text, published: published)
    Tally.count(reading.claims.isEmpty ? "texts without claims" : "texts with claims")
    for claim in reading.claims {
        Tally.count("claims of kind \(claim.claim.kind.rawValue)")
        require(claim.sentence.contains(claim.span.lowerBound), "the figure stands outside its sentence")
        require(claim.span.upperBound <= text.utf8.count, "the figure ends behind the text")
        require(!claim.claim.region.isEmpty, "a claim without a region")
        if let figure = claim.claim.figure {
            let interval = figure.interval
            require(interval.lower.isFinite && interval.upper.isFinite, "\(figure) denotes \(interval)")
        }
    }
    for span in reading.unread { require(span.upperBound <= text.utf8.count, "an unread figure ends behind the text") }
    require(reader.read(text, published: published).claims == reading.claims, "read again, the text says otherwise")
    return 0
}

private let words = [
    "Russia", "Ukraine", "seized", "lost", "held", "liberated", "occupied", "190", "1,200", "4.5", "thousand", "two",
    "hundred",
    "half", "of", "sq km", "km", "%", "percentage points", "square miles", "hectares", "a day", "more than", "nearly",
    "between", "and", "to", "from", "by", "in", "May", "June 7", "2025", "last month", "since", "the past three weeks",
    "Sumy region", "Donetsk", "Pokrovsk", "the country", "less", "times", "twice", "than", "largest", "since March",
    "net",
    "reached", "entered", "the border of", "short of", "the front", "long", "DeepState", "says", ",", ".", ";", ":",
    "(", ")",
    "-", "respectively", "not", "denied", "gains", "grew", "fell", "минулого тижня", "кв. км", "росіяни", "захопили",
    "за добу",
    "заняли", "почти", "в мае", "Quadratkilometer", "im Mai",
]
