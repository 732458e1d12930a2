import Claims
import GeometryCore
import Territory

extension TextReading {
    /// The claims for people: each figure in its sentence, what it was read as, and from which words.
    public func report(of article: Article) -> String {
        var parts = claims.map(lines)
        if parts.isEmpty { parts.append("No claim about territory was read.\n") }
        if !unread.isEmpty {
            let figures = unread.map { "  " + sentence(around: $0) + "\n" }.joined()
            parts.append("Seen, and not read as a claim:\n" + figures)
        }
        let head = "\(article.file.path), published \(article.published), read in \(language)\n"
        return ([head] + parts).joined(separator: "\n")
    }

    private func lines(_ read: ReadClaim) -> String {
        let claim = read.claim
        var lines = "\(claim.id)  \(claim.words())\n   " + sentence(around: read.span, in: read.sentence) + "\n"
        if !read.readFrom.isEmpty {
            lines +=
                "   "
                + read.readFrom.sorted { $0.key < $1.key }.map { "\($0.key) from “\($0.value)”" }
                .joined(separator: ", ") + "\n"
        }
        if read.homonyms > 1 {
            lines += "   \(read.homonyms) places are called \(claim.region); the largest is taken to be meant\n"
        }
        return lines
    }

    /// A sentence with a figure in brackets.
    private func sentence(around span: Range<Int>, in sentence: Range<Int>? = nil) -> String {
        let sentence = sentence ?? max(0, span.lowerBound - 60)..<min(text.utf8.count, span.upperBound + 60)
        let before = words(sentence.lowerBound..<span.lowerBound)
        let after = words(span.upperBound..<max(span.upperBound, sentence.upperBound))
        let text = before + "[" + words(span) + "]" + after
        // Few sentences have a line's end inside, and cutting a text into characters costs much.
        let isOneLine = text.unicodeScalars.allSatisfy { scalar in
            switch scalar.value {
            case 0x0A...0x0D, 0x85, 0x2028, 0x2029: false
            default: true
            }
        }
        return isOneLine ? text : text.split(whereSeparator: \.isNewline).joined(separator: " ")
    }

    /// The claims as a claims file, to be corrected by hand and checked.
    public func yaml(of article: Article) -> String {
        var lines = "title: " + quoted("claims of \(article.file.path), published \(article.published)") + "\n"
        lines += claims.isEmpty ? "# No claim about territory was read.\nclaims: []\n" : "claims:\n"
        for read in claims {
            lines += "  # " + sentence(around: read.span, in: read.sentence) + "\n"
            if read.homonyms > 1 {
                lines +=
                    "  # \(read.homonyms) places are called \(read.claim.region); the largest is taken to be meant\n"
            }
            for (index, field) in read.claim.fields.enumerated() {
                lines +=
                    (index == 0 ? "  - " : "    ") + field.name + ": "
                    + (read.claim.printed(field.name) ?? String(decoding: field.value.bytes, as: UTF8.self)) + "\n"
            }
        }
        for span in unread { lines += "# not read: " + sentence(around: span) + "\n" }
        return lines
    }

    private func quoted(_ text: String) -> String { String(decoding: JSONValue.string(text).bytes, as: UTF8.self) }

    /// The claims, then the figures that were seen and not read, for programs.
    public var json: [JSONValue] {
        claims.map { read in
            .object([
                "claim": read.claim.json, "sentence": .string(words(read.sentence)),
                "readFrom": .object(
                    JSONObject(
                        read.readFrom.sorted { $0.key < $1.key }.map { .init(name: $0.key, value: .string($0.value)) })),
                "homonyms": .number(Double(read.homonyms)),
            ])
        } + unread.map { .object(["unread": .string(words($0)), "around": .string(sentence(around: $0))]) }
    }
}
