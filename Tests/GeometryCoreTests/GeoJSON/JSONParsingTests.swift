import GeometryCore
import TestSupport
import Testing

@Suite struct JSONParsingTests {
    @Test func valuesKeepTheirOrderAndContent() throws {
        let text = #" {"b":[1,-0.5,true,false,null,[],{}],"a":{"x":"y"},"b":2} "#
        let value = try JSONValue.parse(Array(text.utf8))
        let expected = JSONObject([
            .init(
                name: "b",
                value: .array([
                    .number(1), .number(-0.5), .bool(true), .bool(false), .null, .array([]), .object([:]),
                ])),
            .init(name: "a", value: .object(["x": .string("y")])),
            .init(name: "b", value: .number(2)),
        ])
        #expect(value == .object(expected))
        #expect(value.object?["b"] == .number(2), "the last of two equal names counts")
        #expect(value.object?["c"] == nil)
    }

    @Test(arguments: [
        (#""a\"\\\/\b\f\n\r\tz""#, "a\"\\/\u{8}\u{C}\n\r\tz"),
        (#""\u0416\u006A\uD834\uDD1E!""#, "Жj𝄞!"),
        ("\"Суми — 𝄞\"", "Суми — 𝄞"),
        (#""\u0000""#, "\0"),
        (#""""#, ""),
    ])
    func stringsAreDecoded(text: String, expected: String) throws {
        #expect(try JSONValue.parse(Array(text.utf8)) == .string(expected))
    }

    @Test func aByteOrderMarkIsSkippedAndNotCounted() throws {
        #expect(try JSONValue.parse([0xEF, 0xBB, 0xBF] + Array("1".utf8)) == .number(1))
        let fault = #expect(throws: GeoJSONFault.self) {
            try JSONValue.parse([0xEF, 0xBB, 0xBF] + Array("[1 2]".utf8), file: "a.json")
        }
        #expect(fault?.description == "a.json:1:4: '2' where a comma or ] must stand; correct the JSON")
    }

    @Test(
        arguments: [
            ([], "a.json: the file is empty; give a GeoJSON file"),
            (Array("  \n".utf8), "a.json:2:1: the file is empty; give a GeoJSON file"),
            ([0xFF, 0xFE, 0x7B, 0x00], "a.json:1:1: not UTF-8 text, but UTF-16; save it as UTF-8"),
            ([0x00, 0x7B, 0x00, 0x7D], "a.json:1:1: not UTF-8 text, but UTF-16; save it as UTF-8"),
            ([0x1F, 0x8B, 0x08], "a.json:1:1: not UTF-8 text, but compressed data; unpack it first"),
            ([0x89, 0x50, 0x4E, 0x47], "a.json:1:1: not UTF-8 text, but binary data; give a GeoJSON file"),
            ([0x00, 0x00, 0x00], "a.json:1:1: not UTF-8 text, but binary data; give a GeoJSON file"),
            (
                Array("<html>".utf8),
                "a.json:1:1: not JSON, but XML or HTML; convert it to GeoJSON, or fetch the file itself"
            ),
            (
                [0x22, 0x61, 0xFF, 0x22],
                "a.json:1:3: byte 0xFF in a string is not UTF-8; save the file as UTF-8"
            ),
            ([0x22, 0xE0, 0x80, 0x80, 0x22], "a.json:1:2: byte 0xE0 in a string is not UTF-8; save the file as UTF-8"),
            ([0x22, 0xED, 0xA0, 0x80, 0x22], "a.json:1:2: byte 0xED in a string is not UTF-8; save the file as UTF-8"),
            (
                [0x22, 0xF4, 0x90, 0x80, 0x80, 0x22],
                "a.json:1:2: byte 0xF4 in a string is not UTF-8; save the file as UTF-8"
            ),
        ] as [([UInt8], String)])
    func bytesThatAreNoTextAreNamed(bytes: [UInt8], words: String) {
        let fault = #expect(throws: GeoJSONFault.self) { try JSONValue.parse(bytes, file: "a.json") }
        #expect(fault?.description == words)
    }

    @Test(arguments: [
        ("{", "1:2: the file ends early: a member's name in double quotes must follow; fetch or save the whole file"),
        ("[1,\n2", "2:2: the file ends early: a comma or ] must follow; fetch or save the whole file"),
        (#"{"a":"#, "1:6: the file ends early: a value must follow; fetch or save the whole file"),
        (#""a"#, "1:3: the file ends early: a closing quote must follow; fetch or save the whole file"),
        ("[1,]", "1:3: a comma with nothing after it; remove the comma"),
        (#"{"a":1,}"#, "1:7: a comma with nothing after it; remove the comma"),
        ("[01]", "1:2: a number begins with a needless zero; remove the zero"),
        ("[-012.5]", "1:3: a number begins with a needless zero; remove the zero"),
        ("[1.]", "1:4: ']' where a digit must stand; correct the JSON"),
        ("[.5]", "1:2: '.' where a value must stand; correct the JSON"),
        ("[1e]", "1:4: ']' where a digit must stand; correct the JSON"),
        ("[+1]", "1:2: '+' where a value must stand; correct the JSON"),
        ("[NaN]", "1:2: NaN and Infinity are not numbers in JSON; write null, or leave the position out"),
        ("[-Infinity]", "1:2: NaN and Infinity are not numbers in JSON; write null, or leave the position out"),
        ("[1e999]", "1:2: a number beyond 1.8e308; correct it"),
        ("[-1e309]", "1:2: a number beyond 1.8e308; correct it"),
        ("\"a\u{1}\"", "1:3: the control character byte 0x01 inside a string; write it as an escape"),
        (#""\x""#, "1:2: a backslash before a character that needs none; double the backslash or remove it"),
        (#""\uD834""#, "1:2: half a surrogate pair in a string; write both halves, or the character itself"),
        (#""\uDD1E""#, "1:2: half a surrogate pair in a string; write both halves, or the character itself"),
        (#""\u12G4""#, "1:6: 'G' where a hexadecimal digit must stand; correct the JSON"),
        ("1 2", "1:3: '2' after the end of the JSON value; remove what follows it"),
        ("[tru]", "1:2: 't' where a value must stand; correct the JSON"),
        (#"{a:1}"#, "1:2: 'a' where a member's name in double quotes must stand; correct the JSON"),
        (#"{"a" 1}"#, "1:6: '1' where a colon must stand; correct the JSON"),
        (#"{"a":1 "b":2}"#, "1:8: '\"' where a comma or } must stand; correct the JSON"),
    ])
    func syntaxFaultsNameTheirPlaceAndWhatToDo(text: String, words: String) {
        let fault = #expect(throws: GeoJSONFault.self) { try JSONValue.parse(Array(text.utf8), file: "a.json") }
        #expect(fault?.description == "a.json:" + words)
    }

    @Test func nestingIsLimited() throws {
        let limit = JSONValue.nestingLimit
        let open = [UInt8](repeating: UInt8(ascii: "["), count: limit)
        let close = [UInt8](repeating: UInt8(ascii: "]"), count: limit)
        _ = try JSONValue.parse(open + close)
        let fault = #expect(throws: GeoJSONFault.self) {
            try JSONValue.parse(Array("[".utf8) + open + close + Array("]".utf8))
        }
        #expect(fault?.kind == .syntax(.nestedTooDeep(limit: limit)))
    }

    @Test func valuesAreWrittenAsTheyAreRead() throws {
        let text = #"{"a":[1,-0.5,1e-07,100,1e+22,true,null],"b":{"c":"\"\\\n\u0001/Ж𝄞"},"":[]}"#
        let value = try JSONValue.parse(Array(text.utf8))
        #expect(String(decoding: value.bytes, as: UTF8.self) == text)
        #expect(JSONValue.array([.number(.nan), .number(.infinity)]).bytes == Array("[null,null]".utf8))
    }
}
