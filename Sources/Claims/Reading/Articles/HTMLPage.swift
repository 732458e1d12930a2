import CXML2
import Territory

/// The visible text of an HTML page, and the day that it says it was published on.
struct HTMLPage {
    private(set) var text = ""
    private(set) var published: CalendarDay?

    /// Whether a file is a page: by its name, or its first bytes.
    static func looksLike(_ file: InputFile) -> Bool {
        let name = file.path.lowercased()
        if [".html", ".htm", ".xhtml"].contains(where: name.hasSuffix) { return true }
        let head = String(decoding: file.bytes.prefix(1024), as: UTF8.self).lowercased()
        return head.contains("<!doctype html") || head.contains("<html")
    }

    /// Reads a page; what cannot be parsed has no text.
    init(_ bytes: [UInt8]) {
        let options =
            HTML_PARSE_RECOVER.rawValue | HTML_PARSE_NOERROR.rawValue | HTML_PARSE_NOWARNING.rawValue
            | HTML_PARSE_NONET.rawValue | HTML_PARSE_COMPACT.rawValue
        // Pages that name no encoding are UTF-8; without this libxml2 takes them for Latin-1.
        let encoding = Self.namesEncoding(bytes) ? nil : "UTF-8"
        let document = bytes.withUnsafeBytes { buffer in
            htmlReadMemory(
                buffer.bindMemory(to: CChar.self).baseAddress, Int32(clamping: buffer.count), nil, encoding,
                Int32(options))
        }
        // returns NULL where nothing can be parsed
        guard let document else { return }
        defer { xmlFreeDoc(document) }
        walk(xmlDocGetRootElement(document))
        text = text.split(separator: "\n", omittingEmptySubsequences: false)
            .map { $0.split(whereSeparator: { $0 == " " || $0 == "\t" || $0 == "\r" }).joined(separator: " ") }
            .joined(separator: "\n")
    }

    private static func namesEncoding(_ bytes: [UInt8]) -> Bool {
        String(decoding: bytes.prefix(2048), as: UTF8.self).lowercased().contains("charset")
    }

    /// What no reader sees, or what is about other pages.
    private static let unseen: Set<String> = [
        "script", "style", "noscript", "template", "svg", "nav", "iframe", "select", "button", "form", "footer",
        "aside",
        "title",
    ]
    private static let blocks: Set<String> = [
        "p", "div", "br", "li", "ul", "ol", "h1", "h2", "h3", "h4", "h5", "h6", "tr", "table", "section", "article",
        "blockquote", "figure", "figcaption", "header", "main", "pre", "dd", "dt", "hr",
    ]

    /// Walks the tree without recursion: a page may be nested as deeply as it likes.
    private mutating func walk(_ root: xmlNodePtr?) {
        var node = root
        while let here = node {
            let isOpen = open(here)
            if isOpen, let child = here.pointee.children {
                node = child
                continue
            }
            close(here)
            var back: xmlNodePtr? = here
            while let last = back, last.pointee.next == nil {
                guard let parent = last.pointee.parent, parent != root?.pointee.parent else {
                    back = nil
                    break
                }
                close(parent)
                back = parent
            }
            node = back == root ? nil : back?.pointee.next
        }
    }

    /// Takes a node's own text; whether its children are seen.
    private mutating func open(_ node: xmlNodePtr) -> Bool {
        switch node.pointee.type {
        case XML_TEXT_NODE, XML_CDATA_SECTION_NODE:
            if let content = node.pointee.content {
                // Line breaks in the source are spaces on the page.
                text += String(cString: content).split(separator: "\n", omittingEmptySubsequences: false).joined(
                    separator: " ")
            }
            return false
        case XML_ELEMENT_NODE:
            guard let name = node.pointee.name.map({ String(cString: $0) }) else { return false }
            if name == "meta" { readMetadata(node) }
            if name == "time", published == nil { published = attribute("datetime", of: node).flatMap(Self.day) }
            if Self.unseen.contains(name) || attribute("hidden", of: node) != nil
                || attribute("aria-hidden", of: node) == "true"
                || attribute("style", of: node)?.filter({ $0 != " " }).contains("display:none") ?? false
            {
                return false
            }
            if Self.blocks.contains(name) { text += "\n" }
            return true
        default:
            return false
        }
    }

    private mutating func close(_ node: xmlNodePtr) {
        guard node.pointee.type == XML_ELEMENT_NODE, let name = node.pointee.name,
            Self.blocks.contains(String(cString: name))
        else { return }
        text += "\n"
    }

    private mutating func readMetadata(_ node: xmlNodePtr) {
        let key =
            (attribute("property", of: node) ?? attribute("name", of: node) ?? attribute("itemprop", of: node) ?? "")
            .lowercased()
        let keys = [
            "article:published_time", "datepublished", "date", "dc.date", "dc.date.issued", "pubdate", "publishdate",
        ]
        guard keys.contains(key), let day = attribute("content", of: node).flatMap(Self.day) else { return }
        published = day
    }

    /// The day of `2025-06-08` or `2025-06-08T10:15:00+03:00`.
    private static func day(_ text: String) -> CalendarDay? { CalendarDay(String(text.prefix(10))) }

    private func attribute(_ name: String, of node: xmlNodePtr) -> String? {
        // the caller owns the copy
        guard let value = xmlGetProp(node, name) else { return nil }
        defer { freeXMLString(value) }
        return String(cString: value)
    }
}
