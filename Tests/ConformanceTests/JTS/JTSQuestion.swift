import CGEOS
import Foundation
import TestSupport

@testable import GeometryCore

#if canImport(FoundationXML)
    import FoundationXML
#endif

/// One question of a JTS test file: an operation on the geometries A and B of its case, and the answer.
struct JTSQuestion {
    /// The file, the case and the operation.
    let name: String
    /// The operation in small letters.
    let operation: String
    /// The texts of the geometries that it works on, in order.
    let arguments: [String]
    /// The answer as it stands in the file.
    let answer: String
    /// How many steps of the grid make up a unit, where the answer is on a fixed grid.
    let scale: Double?

    /// Every question of every file of a folder of others' test data.
    static func all(in folder: String) throws -> [JTSQuestion] {
        let root = TestData.shared.appendingPathComponent(folder)
        let files = (FileManager.default.enumerator(atPath: root.path)?.allObjects ?? [])
            .compactMap { $0 as? String }.filter { $0.hasSuffix(".xml") }.sorted()
        return try files.flatMap { try read(root.appendingPathComponent($0), named: $0) }
    }

    private static func read(_ file: URL, named name: String) throws -> [JTSQuestion] {
        let collector = JTSCollector(file: name)
        let parser = XMLParser(data: try Data(contentsOf: file))
        parser.delegate = collector
        guard parser.parse() else { throw parser.parserError ?? CocoaError(.fileReadCorruptFile) }
        return collector.questions
    }
}

/// Collects the questions of a file while its XML is parsed.
private final class JTSCollector: NSObject, XMLParserDelegate {
    private let file: String
    private(set) var questions: [JTSQuestion] = []
    private var fileScale: Double?
    private var cases = 0
    private var geometries: [String: String] = [:]
    private var attributes: [String: String] = [:]
    private var text = ""

    init(file: String) { self.file = file }

    func parser(
        _ parser: XMLParser, didStartElement element: String, namespaceURI: String?, qualifiedName: String?,
        attributes: [String: String]
    ) {
        text = ""
        switch element {
        case "precisionModel": fileScale = attributes["scale"].flatMap(Double.init)
        case "case":
            cases += 1
            geometries = [:]
        case "op": self.attributes = attributes
        default: break
        }
    }

    func parser(_ parser: XMLParser, foundCharacters string: String) { text += string }

    func parser(
        _ parser: XMLParser, didEndElement element: String, namespaceURI: String?, qualifiedName: String?
    ) {
        let text = text.trimmingCharacters(in: .whitespacesAndNewlines)
        switch element {
        case "a", "b": geometries[element] = text
        case "op":
            guard let name = attributes["name"] else { return }
            let letters = ["arg1", "arg2"].compactMap { attributes[$0]?.lowercased() }.filter { "ab".contains($0) }
            questions.append(
                JTSQuestion(
                    name: "\(file), case \(cases), \(name)(\(letters.joined(separator: ", ").uppercased()))",
                    operation: name.lowercased(), arguments: letters.compactMap { geometries[$0] }, answer: text,
                    scale: name.lowercased().hasSuffix("sr") ? attributes["arg3"].flatMap(Double.init) : fileScale))
        default: break
        }
    }
}

extension GEOSShape {
    /// Reads well-known text, or well-known binary in hexadecimal digits.
    convenience init(wellKnown text: String, in context: GEOSContext) throws(GeometryError) {
        let handle = context.handle
        if text.allSatisfy(\.isHexDigit) {
            let reader = GEOSWKBReader_create_r(handle)
            defer { GEOSWKBReader_destroy_r(handle, reader) }
            // null on exception
            try self.init(
                owning: GEOSWKBReader_readHEX_r(handle, reader, text, text.utf8.count), in: context,
                operation: "reading of well-known binary")
        } else {
            let reader = GEOSWKTReader_create_r(handle)
            defer { GEOSWKTReader_destroy_r(handle, reader) }
            // null on exception
            try self.init(
                owning: GEOSWKTReader_read_r(handle, reader, text), in: context,
                operation: "reading of well-known text")
        }
    }
}
