/// The farthest longitude that is read: one turn and a half, so that a map may run on past the antimeridian.
private let longitudeLimit = 540.0

extension GeoJSONScan {
    /// Reads the coordinates of a geometry type (RFC 7946 §3.1.2–3.1.7), whose array opens at the current byte.
    mutating func coordinates(of type: GeoJSONType) throws(ScanProblem) -> GeoJSONGeometry {
        switch type {
        case .point:
            return .point(try isEmptyArray() ? nil : try position(of: type))
        case .multiPoint:
            try readPositions(of: type)
            return .multiPoint(takePositions())
        case .lineString:
            return .lineString(try isEmptyArray() ? [] : try lineString(of: type))
        case .multiLineString:
            return .multiLineString(
                try parts(of: type) { (scan, _) throws(ScanProblem) in try scan.lineString(of: type) })
        case .polygon:
            return .polygon(try polygon(of: type))
        default:
            return .multiPolygon(
                MultiPolygon(
                    try parts(of: type) { (scan, start) throws(ScanProblem) in
                        guard let polygon = try scan.polygon(of: type) else {
                            throw ScanProblem(.polygonWithoutRing, at: start)
                        }
                        return polygon
                    }))
        }
    }

    /// Reads the polygons or lines of a geometry, each with its index in the path.
    private mutating func parts<Part>(
        of type: GeoJSONType, _ part: (inout GeoJSONScan, _ start: Int) throws(ScanProblem) -> Part
    ) throws(ScanProblem) -> [Part] {
        try openArray(of: type)
        var parts: [Part] = []
        var isFirst = true
        while try cursor.nextElement(&isFirst) {
            path.polygon = parts.count
            parts.append(try part(&self, cursor.offset))
        }
        path.polygon = nil
        return parts
    }

    /// Reads a polygon; nothing where its array is empty.
    private mutating func polygon(of type: GeoJSONType) throws(ScanProblem) -> Polygon? {
        try openArray(of: type)
        var shell: Ring?
        var holes: [Ring] = []
        var isFirst = true
        while try cursor.nextElement(&isFirst) {
            path.ring = shell == nil ? 0 : holes.count + 1
            let ring = try ring(of: type)
            if shell == nil { shell = ring } else { holes.append(ring) }
        }
        path.ring = nil
        return shell.map { Polygon(shell: $0, holes: holes) }
    }

    /// Reads a closed ring.
    private mutating func ring(of type: GeoJSONType) throws(ScanProblem) -> Ring {
        let start = cursor.offset
        isPlain = true
        var followed = followed()
        if let known = sameRing(followed) {
            if known.windsAgainstRule { note(.windingAgainstRule, at: start) }
            isPlain = true
            trace(known.ring, from: start, windsAgainstRule: known.windsAgainstRule)
            return known.ring
        }
        if let followed { positions.reserveCapacity(followed.positionCount + 8) }
        let isClosedInHeight = try readPositions(of: type, &followed)
        let positions = takePositions()
        let ring = try making(at: start) { () throws(GeometryFault) in try Ring(positions) }
        guard isClosedInHeight else { throw ScanProblem(.ringNotClosedInHeight, at: start) }
        // A ring that is followed has no long edge.
        let isLong = (followed == nil || hasLongEdge) && noteLongEdges(of: positions, at: start) > 0
        let wasPlain = isPlain
        let windsAgainstRule = !isLong && ring.turn == (path.ring == 0 ? -1 : 1)
        if windsAgainstRule { note(.windingAgainstRule, at: start) }
        isPlain = wasPlain
        trace(ring, from: start, windsAgainstRule: windsAgainstRule)
        return ring
    }

    /// Reads a line of two positions or more.
    private mutating func lineString(of type: GeoJSONType) throws(ScanProblem) -> [Position] {
        let start = cursor.offset
        try readPositions(of: type)
        guard positions.count >= 2 else { throw ScanProblem(.lineTooShort(positions: positions.count), at: start) }
        let line = takePositions()
        noteLongEdges(of: line, at: start)
        return line
    }

    /// Notes each edge of more than half a turn, and answers how many there are.
    @discardableResult private mutating func noteLongEdges(of positions: [Position], at start: Int) -> Int {
        let isShort = positions.withUnsafeBufferPointer { positions in
            (1..<positions.count).allSatisfy { !Self.isLong(positions[$0 - 1], positions[$0]) }
        }
        if isShort { return 0 }
        var count = 0
        for index in 1..<positions.count where Self.isLong(positions[index - 1], positions[index]) {
            path.position = index
            note(.edgeLongerThan180, at: start)
            count += 1
        }
        path.position = nil
        return count
    }

    /// Whether an edge is longer than half a turn.
    @inline(__always) private static func isLong(_ from: Position, _ to: Position) -> Bool {
        (to.x - from.x).magnitude > 180
    }

    /// Reads an array of positions into ``positions``; answers whether the first and last agree in their third number.
    @discardableResult private mutating func readPositions(of type: GeoJSONType) throws(ScanProblem) -> Bool {
        var followed: Followed?
        return try readPositions(of: type, &followed)
    }

    /// The same; what is the same as in a ring of the text before is taken from there.
    private mutating func readPositions(
        of type: GeoJSONType, _ followed: inout Followed?
    ) throws(ScanProblem) -> Bool {
        try openArray(of: type)
        positions.removeAll(keepingCapacity: true)
        hasLongEdge = false
        var firstHeight: Double?
        var isFirst = true
        if followed != nil, takeCommon(&followed) { (isFirst, firstHeight) = (false, height) }
        func isSame(_ height: Double, _ other: Double?) -> Bool {
            other.map { height == $0 || height.isNaN && $0.isNaN } ?? true
        }
        while try cursor.nextElement(&isFirst) {
            if followed == nil, let run = cursor.plainPositions(into: &positions) {
                height = run.last
                firstHeight = firstHeight ?? run.first
                isPlain = isPlain && run.areSame
            } else if let plain = cursor.plainPosition() {
                positions.append(plain.position)
                height = plain.height
            } else {
                path.position = positions.count
                positions.append(try position(of: type))
                path.position = nil
            }
            isPlain = isPlain && isSame(height, firstHeight)
            firstHeight = firstHeight ?? height
            if followed != nil, positions.count > 1 {
                let (from, to) = (positions[positions.count - 2], positions[positions.count - 1])
                hasLongEdge = hasLongEdge || Self.isLong(from, to)
            }
            if followed != nil, catchUp(&followed), takeCommon(&followed), !isSame(height, firstHeight) {
                isPlain = false
            }
        }
        return isSame(height, firstHeight)
    }

    /// The positions read last, in storage no larger than they need.
    ///
    /// Storage that was made for them goes with them. What is much larger stays for the next ring: `Array(positions)` would share
    /// it, and the next ring would then get new storage of the same capacity.
    private mutating func takePositions() -> [Position] {
        if positions.count > 64, positions.capacity - positions.count <= positions.count / 8 {
            var taken: [Position] = []
            swap(&taken, &positions)
            return taken
        }
        var copy: [Position] = []
        copy.reserveCapacity(positions.count)
        copy.append(contentsOf: positions)
        return copy
    }

    /// Reads a position: longitude, latitude, and further numbers that are checked and left.
    private mutating func position(of type: GeoJSONType) throws(ScanProblem) -> Position {
        let start = cursor.offset
        try openArray(of: type)
        var isFirst = true
        guard try cursor.nextElement(&isFirst) else { throw ScanProblem(.positionTooShort(numbers: 0), at: start) }
        let longitude = try coordinate(of: type)
        guard try cursor.nextElement(&isFirst) else { throw ScanProblem(.positionTooShort(numbers: 1), at: start) }
        let latitudeStart = cursor.offset
        let latitude = try coordinate(of: type)
        height = .nan
        if try cursor.nextElement(&isFirst) { try furtherNumbers(of: type, positionStart: start) }

        guard latitude.magnitude <= 90 else {
            throw ScanProblem(.latitudeOutOfRange(degrees: latitude), at: latitudeStart)
        }
        if longitude.magnitude > 180 {
            guard longitude.magnitude <= longitudeLimit else {
                throw ScanProblem(.longitudeOutOfRange(degrees: longitude), at: start)
            }
            note(.longitudeBeyond180, at: start)
        }
        return try making(at: start) { () throws(GeometryFault) in try Position(x: longitude, y: latitude) }
    }

    /// Reads what follows the second number of a position.
    private mutating func furtherNumbers(of type: GeoJSONType, positionStart: Int) throws(ScanProblem) {
        height = try coordinate(of: type)
        var (isFirst, numbers) = (false, 3)
        while try cursor.nextElement(&isFirst) {
            _ = try coordinate(of: type)
            numbers += 1
        }
        if numbers > 3 { note(.moreThanThreeNumbers, at: positionStart) }
    }

    /// Reads one number of a position.
    private mutating func coordinate(of type: GeoJSONType) throws(ScanProblem) -> Double {
        guard cursor.current &- Byte.zero <= 9 || cursor.current == Byte.minus else {
            switch cursor.kindAhead {
            case nil: throw cursor.unexpected(.value)
            case .array: throw ScanProblem(.coordinatesTooDeep(type), at: cursor.offset)
            case .some(let kind): throw ScanProblem(.illTypedCoordinate(found: kind), at: cursor.offset)
            }
        }
        return try cursor.number()
    }

    /// Goes into an array of coordinates.
    private mutating func openArray(of type: GeoJSONType) throws(ScanProblem) {
        guard cursor.current == Byte.openBracket else {
            switch cursor.kindAhead {
            case nil: throw cursor.unexpected(.value)
            case .number: throw ScanProblem(.coordinatesTooShallow(type), at: cursor.offset)
            case .some(let kind): throw ScanProblem(.illTypedCoordinate(found: kind), at: cursor.offset)
            }
        }
        cursor.advance()
    }

    /// Goes past an empty array; stays where the array is not empty.
    private mutating func isEmptyArray() throws(ScanProblem) -> Bool {
        let start = cursor.offset
        var isFirst = true
        cursor.advance()
        if try !cursor.nextElement(&isFirst) { return true }
        cursor.move(to: start)
        return false
    }
}

extension ByteCursor {
    /// Reads `[longitude, latitude]` or `[longitude, latitude, height]`; stays and answers nothing where the position
    /// is anything but plain: faulty, worth a remark, or of more numbers.
    ///
    /// Nearly all positions are plain. With no fault to tell, this stays small and fast.
    mutating func plainPosition() -> (position: Position, height: Double)? {
        guard var stretch = stretch(from: offset), let plain = stretch.plainPosition() else { return nil }
        move(to: offset(of: stretch))
        return plain
    }

    /// Reads positions as long as they are plain, and answers the first and last third number and whether all are the same; stays
    /// behind the last position.
    mutating func plainPositions(into positions: inout [Position]) -> (first: Double, last: Double, areSame: Bool)? {
        guard var stretch = stretch(from: offset) else { return nil }
        var heights: (first: Double, last: Double, areSame: Bool)?
        while let next = stretch.plainPosition() {
            positions.append(next.position)
            let known = heights ?? (next.height, next.height, true)
            heights = (known.first, next.height, known.areSame && next.height.bitPattern == known.last.bitPattern)
            move(to: offset(of: stretch))
            stretch.skipWhitespace()
            guard stretch.current == Byte.comma else { break }
            stretch.advance(by: 1)
            stretch.skipWhitespace()
        }
        return heights
    }
}

extension ByteStretch {
    /// Reads a plain position, if one stands here.
    @inline(__always) fileprivate mutating func plainPosition() -> (position: Position, height: Double)? {
        guard hasRoom, current == Byte.openBracket else { return nil }
        advance(by: 1)
        skipWhitespace()
        guard let longitude = plainNumber(), longitude.magnitude <= 180 else { return nil }
        skipWhitespace()
        guard current == Byte.comma else { return nil }
        advance(by: 1)
        skipWhitespace()
        guard let latitude = plainNumber(), latitude.magnitude <= 90 else { return nil }
        skipWhitespace()
        var height = Double.nan
        if current == Byte.comma {
            advance(by: 1)
            skipWhitespace()
            guard let third = plainNumber() else { return nil }
            height = third
            skipWhitespace()
        }
        guard current == Byte.closeBracket else { return nil }
        advance(by: 1)
        return (Position(finite: longitude, latitude), height)
    }
}
