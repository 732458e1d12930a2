/// A shell and its holes, as somebody drew them: possibly invalid.
public struct Polygon: Hashable, Sendable {
    /// The outer ring.
    public let shell: Ring
    /// The rings cut out of the shell.
    public let holes: [Ring]

    /// Makes a polygon of a shell and holes; nothing is proven about how they lie.
    public init(shell: Ring, holes: [Ring] = []) {
        self.shell = shell
        self.holes = holes
    }

    /// The shell, then the holes.
    public var rings: [Ring] { [shell] + holes }
}
