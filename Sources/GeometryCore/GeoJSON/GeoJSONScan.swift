/// One reading of one file: the cursor, where in the file's structure it stands, and what has been found.
struct GeoJSONScan: ~Copyable {
    var cursor: ByteCursor
    /// The feature, members, polygon, ring and position being read; a fault takes them from here.
    var path: Place
    var features: [GeoJSONFeature] = []
    var collector = RemarkCollector()
    /// The positions of the line or ring being read; its storage serves all of them.
    var positions: [Position] = []
    /// Whether an edge is longer than half a turn that was not taken from a followed ring.
    var hasLongEdge = false
    /// The third number of the position read last; not a number where it had none.
    var height = Double.nan

    /// What the text before left.
    var formerTrace: GeoJSONTrace?
    /// What this text leaves, where that is asked for.
    var trace: GeoJSONTrace?
    /// How many rings have been read.
    var ringsRead = 0
    /// Whether the ring being read has no remark, and its positions the same third number.
    var isPlain = true

    private var line = 1
    private var lineOffset = 0

    init(cursor: consuming ByteCursor, file: String?) {
        self.cursor = cursor
        path = Place(file: file)
    }

    /// The line of an offset that is not before the one asked last.
    mutating func lineNumber(at offset: Int) -> Int {
        line += cursor.lineFeeds(in: lineOffset..<max(lineOffset, offset))
        lineOffset = max(lineOffset, offset)
        return line
    }

    /// Notes a remark about what stands at an offset.
    @inline(never) mutating func note(_ kind: GeoJSONRemark.Kind, at offset: Int) {
        isPlain = false
        collector.count(kind, at: collector.holds(kind) ? nil : cursor.place(path, at: offset))
    }
}

extension GeoJSONScan {
    /// Makes a position or a ring, with the fault's offset where that fails.
    @inline(__always) func making<Value>(
        at offset: Int, _ make: () throws(GeometryFault) -> Value
    ) throws(ScanProblem) -> Value {
        do throws(GeometryFault) {
            return try make()
        } catch {
            throw ScanProblem(.geometry(error), at: offset)
        }
    }
}
